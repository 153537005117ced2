import type { EmdnSource } from '../entry.js'
import provenance from './provenance.json' with { type: 'json' }
import { rows } from './rows.js'

export const EMDN_2: EmdnSource = { provenance, rows }
