import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { exists, ROOT, runProgram, stop } from './run-step.mjs'
import { setUp } from './setup.mjs'

/** Sets up what is missing, builds the page when it is older than its sources, and runs a desk until it is stopped. */
export function runDesk(entry) {
  setUp()
  buildPage()
  const desk = spawn(process.execPath, [`${ROOT}apps/desk/${entry}`], {
    cwd: ROOT,
    stdio: ['inherit', 'pipe', 'inherit'],
  })
  let opened = false
  let text = ''
  desk.stdout.on('data', chunk => {
    process.stdout.write(chunk)
    text = (text + chunk).slice(-2000)
    const address = /answers at (http:\S+)/.exec(text)?.[1]
    if (address === undefined || opened) return
    opened = true
    openBrowser(address.replace('127.0.0.1', 'localhost'))
  })
  // The terminal sends Ctrl-C to both; the desk stops whole, and this ends after it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => desk.kill(signal))
  desk.on('exit', code => {
    process.exitCode = code ?? 0
  })
}

function buildPage() {
  const [built, source] = ['apps/web/dist/index.html', 'apps/web/src']
  if (!exists(source)) return
  const isFresh = exists(built) && statSync(`${ROOT}${built}`).mtimeMs >= newest(`${ROOT}apps/web`)
  if (isFresh) return
  process.stdout.write('Building the page ...\n')
  if (runProgram('npm', ['run', '--silent', 'build', '-w', '@vigie/web']) !== 0) {
    stop('The page does not build; the lines above say where.')
  }
}

/** When something below a folder was last changed; what is built or installed does not count. */
function newest(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((latest, entry) => {
    if (entry.name === 'dist' || entry.name === 'node_modules' || entry.name.endsWith('.tsbuildinfo'))
      return latest
    const path = `${folder}/${entry.name}`
    return Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs)
  }, 0)
}

/** Only where somebody sits in front of a display. VIGIE_OPEN=no keeps it shut. */
function openBrowser(address) {
  const { CI, VIGIE_OPEN, DISPLAY, WAYLAND_DISPLAY } = process.env
  if ((CI ?? '') !== '' || VIGIE_OPEN === 'no' || !process.stdout.isTTY) return
  const hasDisplay = process.platform !== 'linux' || (DISPLAY ?? WAYLAND_DISPLAY ?? '') !== ''
  if (!hasDisplay) return
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : ['xdg-open', address]
  const browser = spawn(program, args, { stdio: 'ignore', detached: true })
  // The address is printed; who has no such program opens it by hand.
  browser.on('error', () => {})
  browser.unref()
}
