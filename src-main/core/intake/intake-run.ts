import type { IntakeQuestion, TicketField } from '../../../src-preload/contract/intake'

/** An intake form on its way through one ticket. */
export interface IntakeRun {
  /** The questions as they were when it began: a form edited meanwhile changes only what comes after. */
  readonly questions: readonly IntakeQuestion[]
  /** Key of the question that was asked last and waits for its answer. */
  readonly asked: string
  /** The outbox id of the message that asked it: only its own buttons answer it. */
  readonly askedBy: string
  readonly answers: readonly TicketField[]
  /** Values of the choices taken, by key, for the conditions of later questions. */
  readonly choices: Readonly<Record<string, string>>
  /** The newest press that was taken in, so that one told twice counts once; null for none. */
  readonly lastPress: string | null
  /** When the desk stops waiting for answers and acknowledges the ticket as it is (epoch ms). */
  readonly until: number
}
