import type { ImportKind } from '../fields.js'
import { familyPlanner } from './device-families.js'
import { devicePlanner } from './devices.js'
import { organisationPlanner } from './organisations.js'
import type { Planner, Surroundings } from './plan.js'
import { representedPlanner } from './represented.js'
import { salesPlanner } from './sales.js'
import { signalPlanner } from './signals.js'

/** How rows of each kind become records. */
export const PLANNERS: Readonly<Record<ImportKind, (of: Surroundings) => Promise<Planner>>> = {
  signals: signalPlanner,
  'device-families': familyPlanner,
  devices: devicePlanner,
  organisations: organisationPlanner,
  represented: representedPlanner,
  sales: salesPlanner,
}
