// Makes the workspace ready: the packages of package-lock.json, then the build. Needs only Node and npm.
import { statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { exists, ROOT, runProgram, runTool, stop } from './run-step.mjs'

const LEAST_NODE = [20, 19]

/** Installs and builds what is missing or older than its source. Ends the process with a sentence when it cannot. */
export function setUp() {
  checkNode()
  install()
  if (runTool('tsc', ['-b']) !== 0) stop('The build failed; the lines above say where.')
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return
  stop(
    `Vigie needs Node ${LEAST_NODE.join('.')} or newer; this is ${process.versions.node}. See https://nodejs.org.`,
    2,
  )
}

export function install() {
  if (isInstalled()) return
  process.stdout.write('Installing the packages of package-lock.json (npm ci) ...\n')
  if (runProgram('npm', ['ci', '--loglevel=error']) !== 0) {
    stop('npm ci failed. It needs the package registry once; the lines above say why it did not get it.')
  }
}

function isInstalled() {
  const mark = 'node_modules/.package-lock.json'
  return exists(mark) && statSync(`${ROOT}${mark}`).mtimeMs >= statSync(`${ROOT}package-lock.json`).mtimeMs
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  setUp()
  process.stdout.write('Ready. Try: npx vigie --help\n')
}
