import {readSampleContext} from './src/sample/content.ts';
import {jobOf} from './src/sample/context.ts';
import {makeVendor} from './src/sample/make-vendor.ts';
import {askedQuestions} from './src/sample/asked.ts';
const ctx=readSampleContext('.');
const seed=process.argv[2]??'hengping';
const job=jobOf({...ctx,seed}); const asked=askedQuestions(job);
let ranked=0,rows=0,obs=0;
for(let i=0;i<40;i++){const v=makeVendor(job,asked,i);
 rows+=v.reviews.length;obs+=v.observations.length;
 const q=new Map<string,number>();
 v.reviews.filter(r=>r.moderation==='published').forEach(r=>r.cells.forEach((c,k)=>{if(c)q.set(asked[k]!.id,(q.get(asked[k]!.id)??0)+1)}));
 const evid=new Set<string>();
 for(const x of ctx.questionnaire.questions) if((q.get(x.id)??0)>=3) x.criteria.forEach(c=>evid.add(c));
 ctx.questionnaire.observations!.items.forEach((it,k)=>{for(const u of it.uses){const n=v.observations.filter(o=>o.cells[k]&&(!u.channels||u.channels.includes(o.channel))&&(!u.scenarios||u.scenarios.includes(o.scenario))).length; if(n>=2)u.criteria.forEach(c=>evid.add(c))}});
 const cov:number[]=[];
 let nAns=0,met=0,tot=0;
 for(const f of ctx.frameworks){let n=0;for(const d of f.dimensions){let w=0,e=0;for(const c of d.criteria){const wt=ctx.method.frameworks[f.id]!.dimensions[d.id]!.criteria[c.id]??1;const a=v.file.answers[f.id]?.[c.id];if(a?.state==='not-applicable')continue;w+=wt;if((a&&a.state!=='unknown')||evid.has(`${f.id}/${c.id}`))e+=wt;if(a){nAns++;for(const s of Object.values(a.facets??{})){tot++;if((typeof s==='string'?s:s.state)==='met')met++}}}if(w>0&&e/w>=.5)n++}cov.push(n)}
 const ok=cov.every((n,k)=>n>=ctx.method.frameworks[ctx.frameworks[k]!.id]!.minimumDimensions)&&v.file.status==='participating'; if(ok)ranked++;
 const m=v.reviews.filter(r=>r.cells.some(c=>c));
 console.log(String(i).padStart(2),(v.file.name.zh??v.file.name.en??'').slice(0,14).padEnd(14,'　'),v.part.standing.padEnd(9),'q',v.quality.base.toFixed(2).padStart(5),'open',v.quality.openness.toFixed(2),'rev',String(v.reviews.length).padStart(3),'obs',String(v.observations.length).padStart(2),'mean',(m.reduce((s,r)=>s+r.overall,0)/Math.max(1,m.length)).toFixed(2),'ans',nAns,'met',(met/Math.max(1,tot)).toFixed(2),'ev',v.file.evidence.length,'cov',cov.join('/'),ok?'R':'-', 'rep',v.file.replies.length, JSON.stringify(v.file.prices.filter(p=>p.period==='month').map(p=>p.amount)),v.cases.map(c=>c.id).join());
}
console.log({ranked,rows,obs});
