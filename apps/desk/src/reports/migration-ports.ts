import { emdn } from '@vigie/codes'
import type { MigrationPorts } from '@vigie/forms'
import { issuingEntityOf, issuingEntityOfBasic } from '@vigie/udi'

/** What the migration of a report may look up: issuing entities by the shape of an identifier, terms of EMDN codes. */
export const migrationPorts: MigrationPorts = {
  issuingEntityOf: (text, is) => (is === 'udi-di' ? issuingEntityOf(text) : issuingEntityOfBasic(text)),
  nomenclatureText: (system, code) => (system === 'EMDN' ? emdn().get(code)?.term : undefined),
}
