import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { assessmentRoutes } from './assessment.js'
import { auditRoutes } from './audit.js'
import { boardRoutes } from './board.js'
import { caseRoutes } from './cases.js'
import { deviceFamilyRoutes } from './device-families.js'
import { deviceRoutes } from './devices.js'
import { fileRoutes } from './files.js'
import { healthRoutes } from './health.js'
import { historyRoutes } from './history.js'
import { importRoutes } from './imports.js'
import { openApiRoutes } from './openapi.js'
import { organisationRoutes } from './organisations.js'
import { passwordRoutes } from './password.js'
import { reportChainRoutes } from './report-chains.js'
import { reportCopyRoutes } from './report-copies.js'
import { reportDraftRoutes } from './report-drafts.js'
import { reportPreviewRoutes } from './report-previews.js'
import { reportReviewRoutes } from './report-review.js'
import { reportRoutes } from './reports.js'
import { sessionRoutes } from './session.js'
import { setupRoutes } from './setup.js'
import { submissionRoutes } from './submissions.js'
import { tokenRoutes } from './tokens.js'

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
  reportChainRoutes,
  reportDraftRoutes,
  reportCopyRoutes,
  fileRoutes,
  importRoutes,
  reportPreviewRoutes,
  reportReviewRoutes,
  reportRoutes,
  submissionRoutes,
] as const

/** Puts every route on the server. */
export function registerRoutes(app: Desk, services: Services): void {
  for (const register of ALL) register(app, services)
}
