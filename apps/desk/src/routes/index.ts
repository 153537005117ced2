import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { assessmentRoutes } from './assessment.js'
import { auditRoutes } from './audit.js'
import { authorityRoutes } from './authorities.js'
import { boardRoutes } from './board.js'
import { caseDeviceRoutes } from './case-devices.js'
import { caseSignalRoutes } from './case-signals.js'
import { caseRoutes } from './cases.js'
import { certificateRoutes } from './certificates.js'
import { codeRoutes } from './codes.js'
import { deviceFamilyRoutes } from './device-families.js'
import { deviceRoutes } from './devices.js'
import { forwardRoutes } from './forwards.js'
import { gapRoutes } from './gaps.js'
import { healthRoutes } from './health.js'
import { historyRoutes } from './history.js'
import { importRoutes } from './imports.js'
import { intakeEmlRoutes } from './intake-eml.js'
import { intakeTextRoutes } from './intake-text.js'
import { lawRoutes } from './law.js'
import { marketRoutes } from './markets.js'
import { openApiRoutes } from './openapi.js'
import { organisationRoleRoutes } from './organisation-roles.js'
import { organisationRoutes } from './organisations.js'
import { passwordRoutes } from './password.js'
import { salesRoutes } from './sales.js'
import { searchRoutes } from './search.js'
import { sessionRoutes } from './session.js'
import { setupRoutes } from './setup.js'
import { signalCaseRoutes } from './signal-case.js'
import { signalDuplicateRoutes } from './signal-duplicates.js'
import { signalForwardRoutes } from './signal-forward.js'
import { signalRoutes } from './signals.js'
import { tokenRoutes } from './tokens.js'
import { udiRoutes } from './udi.js'

const ALL = [
  healthRoutes,
  openApiRoutes,
  setupRoutes,
  sessionRoutes,
  passwordRoutes,
  tokenRoutes,
  organisationRoutes,
  deviceFamilyRoutes,
  deviceRoutes,
  caseRoutes,
  assessmentRoutes,
  historyRoutes,
  boardRoutes,
  auditRoutes,
  organisationRoleRoutes,
  certificateRoutes,
  marketRoutes,
  salesRoutes,
  signalRoutes,
  caseSignalRoutes,
  caseDeviceRoutes,
  intakeTextRoutes,
  intakeEmlRoutes,
  udiRoutes,
  signalCaseRoutes,
  lawRoutes,
  authorityRoutes,
  codeRoutes,
  importRoutes,
  signalDuplicateRoutes,
  signalForwardRoutes,
  forwardRoutes,
  searchRoutes,
  gapRoutes,
] as const

/** Puts every route on the server. */
export function registerRoutes(app: Desk, services: Services): void {
  for (const register of ALL) register(app, services)
}
