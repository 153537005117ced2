// `npm run bench -- <name>` builds the workspace and runs a benchmark. Numbers only: nothing here fails on time.
import { spawnSync } from 'node:child_process'

const here = new URL('.', import.meta.url)
const BENCHMARKS = { law: 'law.mjs', mir: 'dist/bench/mir.js' }
const file = BENCHMARKS[process.argv[2] ?? '']
if (file === undefined) {
  console.error(
    `usage: npm run bench -- <name>, where <name> is one of: ${Object.keys(BENCHMARKS).join(', ')}`,
  )
  process.exit(2)
}
const run = (script, args) => spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' }).status ?? 1
const built = run(new URL('../node_modules/typescript/bin/tsc', here).pathname, [
  '-b',
  new URL('..', here).pathname,
  here.pathname,
])
if (built !== 0) process.exit(built)
process.exit(run(new URL(file, here).pathname, process.argv.slice(3)))
