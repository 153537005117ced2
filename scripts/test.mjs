// Everything that must hold before a change is merged: set-up, build, format, lint, tests, unused code.
// The last line is always "N passed, N failed".
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram, runTool } from './run-step.mjs'
import { buildPage, checkNode, install } from './setup.mjs'

/** Programs that some tests compare with, and the Debian package of each. */
const RIVALS = [
  ['chromium', 'chromium', 'the walk through the pages in a browser'],
  ['xmllint', 'libxml2-utils', 'the comparison of our checks with the official schemas'],
  ['pdftotext', 'poppler-utils', 'the look at printed pages'],
  ['pg_ctlcluster', 'postgresql', 'the record on a PostgreSQL server'],
]

checkNode()
install()
rivals()

const counts = { passed: 0, failed: 0, skipped: 0 }
step('types and build (tsc -b)', () => runTool('tsc', ['-b', '.', 'conformance', 'bench']))
step('the page (vite)', () => {
  buildPage()
  return 0
})
step('lint (oxlint)', () => runTool('oxlint', ['--deny-warnings']))
step('format (biome)', () => runTool('biome', ['check', '.']))
tests()
step('unused code (knip)', () => runTool('knip', []))

if (counts.skipped > 0) {
  process.stdout.write(
    `\n${counts.skipped} tests were skipped: what they compare with is not here (see above).\n`,
  )
}
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed\n`)
process.exitCode = counts.failed === 0 ? 0 : 1

function step(name, run) {
  process.stdout.write(`\n--- ${name}\n`)
  const ok = run() === 0
  counts[ok ? 'passed' : 'failed'] += 1
  process.stdout.write(`${ok ? 'ok' : 'FAILED'}: ${name}\n`)
}

/** Runs all tests and counts each of them. */
function tests() {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-test-'))
  const file = join(folder, 'result.json')
  process.stdout.write('\n--- tests (vitest)\n')
  const code = runTool('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const result = resultIn(file)
  rmSync(folder, { recursive: true, force: true })
  counts.passed += result.numPassedTests
  counts.failed += result.numFailedTests
  counts.skipped += result.numPendingTests + result.numTodoTests
  // A test file that does not even load has no test to count.
  if (code !== 0 && result.numFailedTests === 0) counts.failed += 1
  // No test at all is no success.
  if (code === 0 && result.numPassedTests === 0) counts.failed += 1
}

function resultIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }
  }
}

function rivals() {
  const missing = RIVALS.filter(([program]) => !works(program))
  if (missing.length === 0) return
  const packages = missing.map(([, name]) => name)
  if (process.getuid?.() === 0 && works('apt-get')) {
    process.stdout.write(`Installing ${packages.join(' and ')} for the tests (apt-get) ...\n`)
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'] }
    if (runProgram('apt-get', ['update', '-qq'], quiet) === 0) {
      runProgram('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet)
    }
  }
  for (const [program, name, what] of missing) {
    if (!works(program)) {
      process.stdout.write(
        `${program} is not here, so ${what} is skipped. On Debian: apt-get install ${name}\n`,
      )
    }
  }
}

/** Whether a program is there at all; what it answers does not matter. */
function works(program) {
  return runProgram(program, ['--version'], { stdio: 'ignore' }) !== 127
}
