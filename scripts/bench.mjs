// `npm run bench -- <name>`: one question, ours and a named rival in one run. Numbers only: nothing fails on time.
import { exists, runProgram, stop } from './run-step.mjs'
import { setUp } from './setup.mjs'

const NAMES = ['law', 'mir']
const [name, ...args] = process.argv.slice(2)
if (!NAMES.includes(name)) stop(`Say which: npm run bench -- ${NAMES.join(' or npm run bench -- ')}`, 2)

setUp()
const own = `bench/${name}.mjs`
process.exitCode = exists(own)
  ? runProgram(process.execPath, [own, ...args])
  : runProgram(process.execPath, ['bench/run.js', name, ...args])
