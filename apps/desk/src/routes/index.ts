import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { alertRoutes } from './alerts.js'
import { assessmentRoutes } from './assessment.js'
import { auditRoutes } from './audit.js'
import { auditReviewRoutes } from './audit-reviews.js'
import { authorityRoutes } from './authorities.js'
import { backupRoutes } from './backup.js'
import { boardRoutes } from './board.js'
import { boardChoiceRoutes } from './board-choices.js'
import { caseDeviceRoutes } from './case-devices.js'
import { caseSignalRoutes } from './case-signals.js'
import { caseRoutes } from './cases.js'
import { certificateRoutes } from './certificates.js'
import { codeRoutes } from './codes.js'
import { credentialRoutes } from './credentials.js'
import { deviceFamilyRoutes } from './device-families.js'
import { deviceRoutes } from './devices.js'
import { fileRoutes } from './files.js'
import { forwardRoutes } from './forwards.js'
import { gapRoutes } from './gaps.js'
import { healthRoutes } from './health.js'
import { historyRoutes } from './history.js'
import { importRoutes } from './imports.js'
import { intakeEmlRoutes } from './intake-eml.js'
import { intakeTextRoutes } from './intake-text.js'
import { invitationRoutes } from './invitations.js'
import { joinRoutes } from './join.js'
import { lawRoutes } from './law.js'
import { mandateRoutes } from './mandates.js'
import { marketRoutes } from './markets.js'
import { membershipRoutes } from './memberships.js'
import { mirImportRoutes } from './mir-imports.js'
import { oidcRoutes } from './oidc.js'
import { openApiRoutes } from './openapi.js'
import { organisationRoleRoutes } from './organisation-roles.js'
import { organisationRoutes } from './organisations.js'
import { passkeyRoutes } from './passkeys.js'
import { passwordRoutes } from './password.js'
import { peopleRoutes } from './people.js'
import { reportChainRoutes } from './report-chains.js'
import { reportCopyRoutes } from './report-copies.js'
import { reportDraftRoutes } from './report-drafts.js'
import { reportPreviewRoutes } from './report-previews.js'
import { reportReviewRoutes } from './report-review.js'
import { reportRoutes } from './reports.js'
import { roomRoutes } from './rooms.js'
import { salesRoutes } from './sales.js'
import { searchRoutes } from './search.js'
import { sessionRoutes } from './session.js'
import { settingsRoutes } from './settings.js'
import { setupRoutes } from './setup.js'
import { signalCaseRoutes } from './signal-case.js'
import { signalDuplicateRoutes } from './signal-duplicates.js'
import { signalForwardRoutes } from './signal-forward.js'
import { signalRoutes } from './signals.js'
import { signatureRoutes } from './signatures.js'
import { submissionRoutes } from './submissions.js'
import { tenantRoutes } from './tenants.js'
import { tokenRoutes } from './tokens.js'
import { udiRoutes } from './udi.js'

const ALL = [
  healthRoutes,
  openApiRoutes,
  setupRoutes,
  sessionRoutes,
  passwordRoutes,
  passkeyRoutes,
  oidcRoutes,
  tokenRoutes,
  roomRoutes,
  joinRoutes,
  tenantRoutes,
  peopleRoutes,
  membershipRoutes,
  invitationRoutes,
  credentialRoutes,
  settingsRoutes,
  alertRoutes,
  signatureRoutes,
  mandateRoutes,
  organisationRoutes,
  organisationRoleRoutes,
  deviceFamilyRoutes,
  deviceRoutes,
  caseRoutes,
  assessmentRoutes,
  historyRoutes,
  boardRoutes,
  auditRoutes,
  backupRoutes,
  reportChainRoutes,
  reportDraftRoutes,
  reportCopyRoutes,
  fileRoutes,
  importRoutes,
  mirImportRoutes,
  reportPreviewRoutes,
  reportReviewRoutes,
  reportRoutes,
  submissionRoutes,
  certificateRoutes,
  marketRoutes,
  salesRoutes,
  signalRoutes,
  caseSignalRoutes,
  caseDeviceRoutes,
  auditReviewRoutes,
  boardChoiceRoutes,
  intakeTextRoutes,
  intakeEmlRoutes,
  udiRoutes,
  signalCaseRoutes,
  lawRoutes,
  authorityRoutes,
  codeRoutes,
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
