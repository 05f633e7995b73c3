/** How the page looks: light and dark on screens, black on white on A4. */
export const htmlStyle = `
:root{--text:#1f2328;--soft:#57606a;--ground:#fff;--head:#f3f5f8;--line:#d0d7de;--link:#0a4fa3;--note:#eef4fb;
--met:#1a6e36;--partial:#7a4d00;--unmet:#a40e26;--other:#57606a;--manual:#5b3a9e;
--bar-met:#5fae79;--bar-partial:#d9a441;--bar-unmet:#d2606d;--bar-other:#a9b2bc;--bar-manual:#9a82cf}
@media screen and (prefers-color-scheme:dark){:root{--text:#e6edf3;--soft:#9aa4af;--ground:#0d1117;--head:#161b22;
--line:#30363d;--link:#79c0ff;--note:#12213a;
--met:#6fd08c;--partial:#e3b341;--unmet:#ff8a80;--other:#9aa4af;--manual:#c4a7ff;
--bar-met:#3f9159;--bar-partial:#b98524;--bar-unmet:#c4515e;--bar-other:#5c6670;--bar-manual:#8265bd}}
*{box-sizing:border-box}
body{font:15px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei","PingFang SC","WenQuanYi Micro Hei",sans-serif;
margin:0 auto;max-width:90rem;padding:1.5rem;color:var(--text);background:var(--ground)}
h1{font-size:1.7rem;line-height:1.3;margin:0}h2{font-size:1.3rem;margin:2.5rem 0 .75rem;padding-top:.75rem;
border-top:2px solid var(--line)}h3{font-size:1.05rem;margin:1.75rem 0 .5rem;overflow-wrap:anywhere}
section:first-child h2{margin-top:0;border:0;padding:0}
p,ul{margin:.5rem 0}ul{padding-inline-start:1.4rem}li,p{overflow-wrap:anywhere}
header p,footer,caption,figcaption{color:var(--soft)}header{margin-bottom:1.5rem}footer{margin-top:2.5rem;
border-top:2px solid var(--line);padding-top:.5rem;font-size:.9rem}
a{color:var(--link);text-underline-offset:.15em}
code,q,td a[href^="#f"]{font:.88em/1.5 ui-monospace,Consolas,"DejaVu Sans Mono","WenQuanYi Micro Hei Mono",monospace;
overflow-wrap:anywhere;unicode-bidi:isolate}
q{quotes:none;background:var(--head);border-radius:.2em;padding:.05em .3em;white-space:pre-wrap;
-webkit-box-decoration-break:clone;box-decoration-break:clone}
.note{background:var(--note);border-inline-start:4px solid var(--link);padding:.6rem .9rem}
table{border-collapse:collapse;width:100%;table-layout:fixed;margin:.75rem 0 1.25rem}
caption{text-align:start;font-size:.9rem;padding-bottom:.25rem}
th,td{border:1px solid var(--line);padding:.35rem .55rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}
thead th,.facts th{background:var(--head)}tbody th{font-weight:600}.facts tbody th,thead th{font-weight:600}
tr:target>*{background:var(--note)}
b{font-weight:600}.met{color:var(--met)}.partial{color:var(--partial)}.unmet,.fail{color:var(--unmet)}
.manual{color:var(--manual)}.clean,.unknown,.notApplicable{color:var(--other)}
figure{margin:1rem 0;max-width:46rem}svg{display:block;width:100%;height:auto;font-size:13px}
svg text{fill:var(--text)}.group{font-weight:600}
.track{fill:var(--head)}.bar{stroke:var(--text);stroke-width:.5;fill:var(--bar-other)}.bar.met{fill:var(--bar-met)}
.bar.partial{fill:var(--bar-partial)}.bar.unmet,.bar.fail{fill:var(--bar-unmet)}.bar.manual{fill:var(--bar-manual)}
nav{font-size:.92rem}nav ul{list-style:none;padding:0}nav ul ul{padding-inline-start:1rem}nav li{padding:.1rem 0}
@media screen and (min-width:70rem){.page{display:grid;grid-template-columns:17rem minmax(0,1fr);gap:2rem}
nav{position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow:auto}}
@media screen and (max-width:40rem){body{padding:.75rem;font-size:14px}th,td{padding:.25rem .3rem;font-size:.85em}}
@page{size:A4;margin:15mm 13mm 17mm;@bottom-center{content:counter(page) " / " counter(pages);font:9pt sans-serif;
color:#57606a}}
@media print{body{font-size:9.5pt;line-height:1.45;max-width:none;padding:0;print-color-adjust:exact;
-webkit-print-color-adjust:exact}
a{color:inherit;text-decoration:none}nav>ul{columns:3;column-gap:6mm}nav ul ul{display:none}
nav{border:1px solid var(--line);padding:.2rem .8rem;margin-bottom:1rem}
h2,h3,caption,figcaption,h2+p,h3+p{break-after:avoid}nav{font-size:8.5pt;line-height:1.3}
figure{max-width:118mm;margin:.3rem 0}h1{font-size:16pt}h2{margin-top:1.4rem}table{margin:.4rem 0 .9rem}
thead{display:table-header-group}tr,figure,p,li,.short,.facts{break-inside:avoid}tbody tr:first-child{break-before:avoid}
q{border:.5pt solid var(--line)}th,td{padding:.2rem .4rem}}
`;
