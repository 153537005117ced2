// `npm run bench -- <name>`: one question, ours and a named rival in one run. Numbers only: nothing fails on time.
import { runProgram, runTool, stop } from './run-step.mjs'
import { setUp } from './setup.mjs'

const NAMES = ['law', 'mir', 'desk', 'signals']
const [name, ...args] = process.argv.slice(2)
if (!NAMES.includes(name)) stop(`Say which: npm run bench -- ${NAMES.join(' or npm run bench -- ')}`, 2)

setUp()
if (runTool('tsc', ['-b', 'bench']) !== 0) stop('The benchmark does not build; the lines above say where.')
process.exitCode = runProgram(process.execPath, [`bench/dist/bench/${name}.js`, ...args])
