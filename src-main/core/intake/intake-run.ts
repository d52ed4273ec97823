import type { IntakeQuestion, TicketField } from '../../../src-preload/contract/intake'

/** How long the desk waits for an answer, counted from when the question went out, ms. */
export const answerMs = 15 * 60_000

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
  /** How often the customer answered the waiting question with something that does not fit. */
  readonly misfits: number
  /** The album that last did not fit: its other photos are no misfits of their own. */
  readonly misfitAlbum: string | null
  /**
   * When the desk stops waiting for answers and acknowledges the ticket as it is (epoch ms); null while the question
   * has not gone out: that may take long, and nobody is waited for meanwhile.
   */
  readonly until: number | null
}

/** What a press of a button says: by which question's message, and which option, or to skip it. */
export interface Press {
  readonly askedBy: string
  readonly answer: number | 'skip'
}

/**
 * What a button carries: at most 26 of Telegram's 64 bytes. The id of the message that asked belongs to one question
 * of one run, so a button of an older question or form is never taken for a new one.
 */
export function pressData({ askedBy, answer }: Press): string {
  return `q:${askedBy}:${answer}`
}

/** Reads what a button carries; null for anything else. Customers can send what they like. */
export function readPress(data: string): Press | null {
  const [, askedBy, answer] = /^q:(\d{1,19}):(\d{1,2}|skip)$/.exec(data) ?? []
  if (askedBy === undefined || answer === undefined) return null
  return { askedBy, answer: answer === 'skip' ? 'skip' : Number(answer) }
}

/** A form after something became of a message of the desk, at `at` (epoch ms): the time for an answer begins. */
export function runAfter(run: IntakeRun | null, outboxId: string, at: number): IntakeRun | null {
  return run?.askedBy === outboxId && run.until === null ? { ...run, until: at + answerMs } : run
}
