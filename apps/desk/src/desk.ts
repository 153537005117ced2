import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import type { DeskEnv, DeskOptions, Services } from './env.js'
import { routeOf } from './http/api-path.js'
import { headers, notFound, observed, onError } from './http/frame.js'
import { jsonBody } from './http/json-body.js'
import { newLimiter } from './http/limiter.js'
import { notTooOften, ownHost } from './http/origin.js'
import { exceptFiles } from './http/raw-body.js'
import { newMetrics } from './metrics.js'
import { findingsOf, type Place } from './problem/findings.js'
import { Problem } from './problem/problem.js'
import { threadPrinter } from './reports/printer.js'
import { registerRoutes } from './routes/index.js'
import { argon2Hasher } from './sign-in/hasher.js'

export type Desk = OpenAPIHono<DeskEnv>

const REFUSALS_TOLD = 5
const PLACES: Readonly<Record<string, Place>> = {
  json: 'body',
  query: 'query',
  param: 'path',
  header: 'header',
}

/**
 * The API as a function from request to answer: no socket, clock or chance of its own. The store must be migrated
 * ({@link prepareStore}). Routes answer with and without `/api` before them; `createSite` gives it what begins so.
 */
export async function createDesk(options: DeskOptions): Promise<Desk> {
  const { address, all } = options.config.signInsPerMinute
  const requests = options.config.requestsPerMinute
  const services: Services = {
    ...options,
    hasher: options.hasher ?? (await argon2Hasher(options.random)),
    printer: options.printer ?? threadPrinter(),
    metrics: newMetrics(),
    signInLimit: newLimiter(address, all, options.clock),
    addressLimit: newLimiter(requests.address, Number.POSITIVE_INFINITY, options.clock),
    refusalLimit: newLimiter(REFUSALS_TOLD, Number.POSITIVE_INFINITY, options.clock),
    principalLimit: newLimiter(requests.principal, Number.POSITIVE_INFINITY, options.clock),
  }
  const app: Desk = new OpenAPIHono<DeskEnv>({
    getPath: routeOf,
    defaultHook: result => {
      if (result.success) return
      const place = PLACES[result.target] ?? 'body'
      const findings = findingsOf(result.error.issues, place)
      throw new Problem(place === 'body' ? 'invalid-body' : 'invalid-address', { findings })
    },
  })
  const onTooLarge = () => {
    throw new Problem('too-large')
  }
  app.use(
    observed(services),
    headers(),
    ownHost(services.config.origins),
    notTooOften(services.addressLimit),
    exceptFiles(bodyLimit({ maxSize: services.config.bodyLimit, onError: onTooLarge })),
    exceptFiles(jsonBody()),
  )
  registerRoutes(app, services)
  app.onError(onError(services))
  app.notFound(notFound(services))
  return app
}
