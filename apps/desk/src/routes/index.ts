import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { assessmentRoutes } from './assessment.js'
import { auditRoutes } from './audit.js'
import { boardRoutes } from './board.js'
import { boardEventRoutes } from './board-events.js'
import { calendarRoutes } from './calendar.js'
import { caseRoutes } from './cases.js'
import { deviceFamilyRoutes } from './device-families.js'
import { deviceRoutes } from './devices.js'
import { healthRoutes } from './health.js'
import { historyRoutes } from './history.js'
import { notificationRoutes } from './notifications.js'
import { openApiRoutes } from './openapi.js'
import { organisationRoutes } from './organisations.js'
import { outboxRoutes } from './outbox.js'
import { passwordRoutes } from './password.js'
import { sessionRoutes } from './session.js'
import { setupRoutes } from './setup.js'
import { taskRoutes } from './tasks.js'
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
  taskRoutes,
  notificationRoutes,
  outboxRoutes,
  calendarRoutes,
  boardEventRoutes,
] as const

/** Puts every route on the server. */
export function registerRoutes(app: Desk, services: Services): void {
  for (const register of ALL) register(app, services)
}
