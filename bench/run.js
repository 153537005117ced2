// `npm run bench -- <name>` builds what the benchmark needs and runs it. Numbers only: nothing here fails on time.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'

const here = new URL('.', import.meta.url)
const names = readdirSync(here)
  .filter(f => /^[a-z]+\.ts$/.test(f))
  .map(f => f.slice(0, -3))
const name = process.argv[2]
if (!names.includes(name)) {
  console.error(`usage: npm run bench -- <name>, where <name> is one of: ${names.join(', ')}`)
  process.exit(2)
}
const tsc = new URL('../node_modules/typescript/bin/tsc', here).pathname
const build = spawnSync(process.execPath, [tsc, '-b', here.pathname], { stdio: 'inherit' })
if (build.status !== 0) console.error('the build has faults; running what was built')
const run = spawnSync(
  process.execPath,
  [new URL(`dist/bench/${name}.js`, here).pathname, ...process.argv.slice(3)],
  {
    stdio: 'inherit',
  },
)
process.exit(run.status ?? 1)
