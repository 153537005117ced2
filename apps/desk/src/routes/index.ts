import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { healthRoutes } from './health.js'
import { openApiRoutes } from './openapi.js'
import { passwordRoutes } from './password.js'
import { sessionRoutes } from './session.js'
import { setupRoutes } from './setup.js'
import { tokenRoutes } from './tokens.js'

const ALL = [healthRoutes, openApiRoutes, setupRoutes, sessionRoutes, passwordRoutes, tokenRoutes] as const

/** Puts every route on the server. */
export function registerRoutes(app: Desk, services: Services): void {
  for (const register of ALL) register(app, services)
}
