import {readSampleContext} from './src/sample/content.ts';
import {samplePieces} from './src/sample/generate.ts';
import {writePieces} from './src/sample/folder.ts';
const [n,r,out]=process.argv.slice(2);
const ctx=readSampleContext('.');
const t=performance.now();
const w=writePieces(out!, samplePieces({...ctx,vendors:Number(n),...(r&&r!=='-'?{reviews:Number(r)}:{})}),true);
console.log(n,r,((performance.now()-t)/1000).toFixed(2)+'s',w.files,w.characters, Math.round(process.memoryUsage().rss/1e6)+'MB', Math.round(process.resourceUsage().maxRSS/1e3)+'MB max');
