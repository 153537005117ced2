import type { ImdrfSource } from '../source.js'
import { rows as A } from './annex-a.js'
import { rows as B } from './annex-b.js'
import { rows as C } from './annex-c.js'
import { rows as D } from './annex-d.js'
import { rows as E } from './annex-e.js'
import { rows as F } from './annex-f.js'
import { rows as G } from './annex-g.js'
import { NO_CONTENT } from './no-content.js'
import provenance from './provenance.json' with { type: 'json' }
import { RETIRED } from './retired.js'

export const IMDRF_2025: ImdrfSource = {
  provenance,
  rows: { A, B, C, D, E, F, G },
  retired: RETIRED,
  noContent: NO_CONTENT,
}
