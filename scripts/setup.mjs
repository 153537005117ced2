// Makes the workspace ready: the packages of package-lock.json, then the build. Needs only Node and npm.
import { readdirSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { exists, ROOT, runProgram, runTool, stop } from './run-step.mjs'

const LEAST_NODE = [20, 19]

/** Installs and builds what is missing or older than its source. Ends the process with a sentence when it cannot. */
export function setUp() {
  checkNode()
  install()
  if (runTool('tsc', ['-b']) !== 0) stop('The build failed; the lines above say where.')
  buildPage()
}

const PAGE = 'apps/web/dist/index.html'
/** What the page is made of; the rest of the workspace reaches it only as types. */
const PAGE_SOURCES = [
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'apps/web/src',
  'apps/web/public',
  'packages/udi/src',
]

/** Builds the page for the browser when it is missing or older than its source. */
export function buildPage() {
  if (exists(PAGE) && PAGE_SOURCES.every(s => newest(`${ROOT}${s}`) <= statSync(`${ROOT}${PAGE}`).mtimeMs))
    return
  if (runTool('vite', ['build', '--logLevel', 'warn'], { cwd: `${ROOT}apps/web` }) !== 0) {
    stop('The build of the page failed; the lines above say where.')
  }
}

function newest(path) {
  const here = statSync(path)
  if (!here.isDirectory()) return here.mtimeMs
  return Math.max(here.mtimeMs, ...readdirSync(path).map(name => newest(`${path}/${name}`)))
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
