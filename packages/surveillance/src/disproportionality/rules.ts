import { EVANS } from './measures/evans.js'
import type { ScoreColumn } from './score.js'

/** A signal rule as data: every condition must hold. A column that cannot be estimated holds no condition. */
export interface SignalRule {
  readonly id: string
  readonly version: string
  readonly about: string
  readonly conditions: readonly RuleCondition[]
}

export interface RuleCondition {
  readonly column: ScoreColumn | 'reports'
  /** `>=` or `>`. */
  readonly is: 'at-least' | 'above'
  readonly value: number
}

/** The rules that come with the package. A plan names those it uses; others can be given as data. */
export const SIGNAL_RULES: readonly SignalRule[] = [
  {
    id: 'evans',
    version: '2001',
    about: 'PRR at least 2, chi-square with Yates’ correction at least 4, three reports or more (Evans 2001)',
    conditions: [
      { column: 'prr', is: 'at-least', value: EVANS.prr },
      { column: 'chiSquareYates', is: 'at-least', value: EVANS.chiSquare },
      { column: 'reports', is: 'at-least', value: EVANS.reports },
    ],
  },
  {
    id: 'ror-lower',
    version: '1',
    about: 'lower limit of the ROR above 1, three reports or more',
    conditions: [
      { column: 'rorLower', is: 'above', value: 1 },
      { column: 'reports', is: 'at-least', value: 3 },
    ],
  },
  {
    id: 'ic-lower',
    version: '1',
    about: 'lower limit of the information component above 0',
    conditions: [{ column: 'icLower', is: 'above', value: 0 }],
  },
  {
    id: 'eb05',
    version: '1',
    about: 'EB05 at least 2',
    conditions: [{ column: 'eb05', is: 'at-least', value: 2 }],
  },
]
