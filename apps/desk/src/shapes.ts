/**
 * The types of what the API answers, for programs that use it from TypeScript. Each is the output of the schema that the
 * route answers with; nothing is written by hand twice. Type-only: import it with `import type`.
 */
import type { z } from '@hono/zod-openapi'
import type { event } from './resources/event.js'
import type { obligation } from './resources/obligation.js'
import type { live, result } from './routes/assessment.js'
import type { clock } from './routes/board.js'
import type { boardChoices } from './routes/board-choices.js'
import type { caseBody, caseMore } from './routes/cases.js'
import type { deviceFamilyBody } from './routes/device-families.js'
import type { deviceBody } from './routes/devices.js'
import type { organisationBody } from './routes/organisations.js'
import type { room } from './routes/rooms.js'
import type { who } from './routes/session.js'
import type { setupBody } from './routes/setup.js'
import type { conflict, fieldChange, finding, problem } from './schemas.js'

interface Keys {
  readonly id: string
  readonly tenantId: string
  readonly version: number
}
/** One record of a kind, as its routes answer it. */
export type ViewOf<B extends z.ZodObject, More extends z.ZodRawShape = Record<never, never>> = Keys &
  z.output<B> &
  z.output<z.ZodObject<More>>

export type { ClockResult, NotDue, Question, ReportDue, Simulation, Task } from '@vigie/law'
export type { ProblemCode } from './problem/catalogue.js'

export type Page<T> = { readonly items: readonly T[]; readonly nextCursor: string | null }
export type ProblemBody = z.output<typeof problem>
export type FindingBody = z.output<typeof finding>
export type ConflictBody = z.output<typeof conflict>
export type FieldChangeBody = z.output<typeof fieldChange>
export type Who = z.output<typeof who>
export type Setup = z.output<typeof setupBody>
export type Room = z.output<typeof room>
export type BoardChoices = z.output<typeof boardChoices>
export type Clock = z.output<typeof clock>
export type Obligation = z.output<typeof obligation>
export type LiveAssessment = z.output<typeof live>
export type AssessmentResult = z.output<typeof result>
export type AuditEvent = z.output<typeof event>
export type Case = ViewOf<typeof caseBody, typeof caseMore>
export type Device = ViewOf<typeof deviceBody>
export type DeviceFamily = ViewOf<typeof deviceFamilyBody>
export type Organisation = ViewOf<typeof organisationBody>
