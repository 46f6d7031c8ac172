// Plain JavaScript on purpose: it must still run, and speak, where `node` is too old for the TypeScript sources.
const NEEDED_MAJOR = 24;
const found = process.versions.node;

if (Number(found.split('.')[0]) < NEEDED_MAJOR) {
  console.error(`需要 Node ${NEEDED_MAJOR}，当前是 ${found}（${process.execPath}）。
Node ${NEEDED_MAJOR} is needed; this is ${found}.
It comes with the dependencies: run "npm ci", then start by npm ("npm start", "npm test"), which finds it by itself.
If npm ci has run and this still appears, there is no ready Node package for ${process.platform}-${process.arch}, or optional
dependencies were left out ("omit=optional"): install Node ${NEEDED_MAJOR} and put it first on PATH.`);
  process.exit(1);
}
