// The main job on an example: which reports are due on one incident, then the report itself as XML and PDF.
import { readdirSync } from 'node:fs'
import { ROOT, runProgram } from './run-step.mjs'
import { setUp } from './setup.mjs'

const CASE = 'examples/infusion-pump-death-germany.json'
const AT = '2026-11-25'

setUp()

say(`One incident is described in ${CASE}.`, `Which reports are due on ${AT}?`)
vigie('assess', CASE, '--at', AT)

say('The report that is due to the German authority, filled from the same file:')
vigie('mir', 'draft', CASE, '--for', 'EU', '--at', AT, '-o', 'out', '--force')

const drafts = readdirSync(`${ROOT}out`).filter(name => name.endsWith('.xml'))
say('The same report as a PDF to read and sign:')
for (const name of drafts) {
  vigie('mir', 'export', `out/${name}`, '--pdf', `out/${name.replace(/\.xml$/, '.pdf')}`)
}

say(
  'Made in the folder out:',
  ...readdirSync(`${ROOT}out`).map(name => `  out/${name}`),
  '',
  'Look next at',
  `  ${CASE}   how an incident is described; change a fact and run npm start again`,
  '  npx vigie --help                             the other commands',
  '  docs/use/                                    how to do what',
  'Nothing was sent anywhere: sending stays with you.',
)

function vigie(...args) {
  process.stdout.write(`\n$ npx vigie ${args.join(' ')}\n`)
  const code = runProgram(process.execPath, ['apps/cli/bin/vigie.js', ...args])
  if (code === 2 || code === 127) process.exit(code)
}

function say(...lines) {
  process.stdout.write(`\n${lines.join('\n')}\n`)
}
