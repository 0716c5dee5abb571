import {readWorkspace} from './src/load/workspace.ts';
import {validateWorkspace} from './src/validate/workspace.ts';
import {WorkspaceProblems} from './src/schema/problem.ts';
const dir=process.argv[2]??'.';
const t=performance.now();
const raw=await readWorkspace(dir);
const t2=performance.now();
try{const r=validateWorkspace(raw);console.log('ok',r.dataset.vendors.length,r.dataset.reviews.count,r.dataset.observations.count,r.warnings.length,(t2-t).toFixed(0),(performance.now()-t2).toFixed(0));const c:Record<string,number>={};for(const w of r.warnings){c[w.rule]=(c[w.rule]??0)+1};console.log(c);for(const w of r.warnings.slice(0,15))console.log(JSON.stringify(w));}
catch(e){if(e instanceof WorkspaceProblems){const c:Record<string,number>={};for(const w of e.problems){c[w.severity+' '+w.rule]=(c[w.severity+' '+w.rule]??0)+1};console.log(c);for(const w of e.problems.slice(0,25))console.log(JSON.stringify(w))}else throw e}
