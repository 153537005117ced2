// Writes the JSON Schema of a case file to docs/case.schema.json, where editors and other programs find it.
import { writeFileSync } from 'node:fs'
import { caseJsonSchema } from '@vigie/facts'
import { ROOT } from './run-step.mjs'

writeFileSync(`${ROOT}docs/case.schema.json`, `${JSON.stringify(caseJsonSchema(), undefined, 2)}\n`)
