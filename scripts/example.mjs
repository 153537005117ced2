// The main job of the command on an example: which reports are due on one incident, then the report itself as XML and PDF.
import { readdirSync, statSync } from 'node:fs'
import { ROOT, runProgram } from './run-step.mjs'
import { setUp } from './setup.mjs'

const CASE = 'examples/infusion-pump-death-germany.json'
const AT = '2026-11-25'
const OUT = 'out'

setUp()

say(
  '1. What is due?',
  `   An invented incident is described in ${CASE}:`,
  '   a patient in Munich died after an infusion pump delivered freely.',
  `   We ask which reports are due, as on ${AT}.`,
)
vigie('assess', CASE, '--at', AT)

say('2. The report', '   The Manufacturer Incident Report (MIR), filled from the same file:')
const begun = Date.now()
vigie('mir', 'draft', CASE, '--at', AT, '-o', OUT, '--force')

say('3. The same report as a PDF, checked on the way:')
const fresh = readdirSync(`${ROOT}${OUT}`).filter(
  name => statSync(`${ROOT}${OUT}/${name}`).mtimeMs >= begun - 2000,
)
for (const name of fresh.filter(n => n.endsWith('.xml'))) {
  vigie('mir', 'export', `${OUT}/${name}`, '--at', AT, '--pdf', `${OUT}/${name.replace(/\.xml$/, '.pdf')}`)
}

say(
  `Made in the folder ${OUT}:`,
  ...fresh
    .filter(n => n.endsWith('.xml'))
    .flatMap(name => {
      const base = `${OUT}/${name.replace(/\.xml$/, '')}`
      return [
        `  ${base}.xml          the report in the XML of the form`,
        `  ${base}.pdf          the same to read and to file`,
        `  ${base}.missing.txt  what the case does not say yet, and what to look at`,
      ]
    }),
  'Nothing was sent anywhere: sending stays with you.',
  '',
  'Look next at',
  `  ${CASE}`,
  '      how an incident is described: change a fact and run npm run example again',
  '  npx vigie assess examples/insulin-pump-cyber-netherlands.json --at 2026-11-25',
  '      a case with open questions and a field action',
  '  npx vigie --help',
  '      the other commands; docs/use/ says how to do what',
)

function vigie(...args) {
  process.stdout.write(`\n$ npx vigie ${args.join(' ')}\n`)
  const code = runProgram(process.execPath, ['apps/cli/bin/vigie.js', ...args])
  // 1 means: done, and something is worth your attention. It is shown above.
  if (code > 1) process.exit(code)
}

function say(...lines) {
  process.stdout.write(`\n${lines.join('\n')}\n`)
}
