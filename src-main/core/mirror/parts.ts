import type { Copy } from '../conversation/conversation'
import { captionMaxLength, splitText, type Words } from '../conversation/split-text'
import type { Course } from '../desk/course'
import { changedNumbers } from '../outbox/changes'
import { entriesInOrder } from '../outbox/entries'

/** One of the messages that a text went out as, and its twin on the other side. */
export interface Part extends Copy {
  /** Which part, from 0. */
  readonly nth: number
}

/** Copies of one message as its parts. Desks of before did not keep which is which: they stand in their order. */
export function partsOf(copies: readonly Copy[]): readonly Part[] {
  return copies.map((copy, at) => ({
    ...copy,
    nth: copies.length === 1 ? (copy.part ?? 0) : (copy.part ?? at),
  }))
}

/** New words in the parts Telegram takes. Under files the first is short, and stands even if nothing is left of it. */
export function splitAgain(words: Words, isCaption: boolean): readonly Words[] {
  const parts = splitText(words, isCaption ? captionMaxLength : undefined)
  const said = parts.filter(({ text }, nth) => nth === 0 || text.trim() !== '')
  return said.length > 0 || !isCaption ? said : [{ text: '', entities: [] }]
}

/** Numbers of messages whose deletion is on its way: they are as good as gone. */
export function leavingNumbers(
  { state }: Course,
  conversationId: string,
  isMirror: boolean,
): ReadonlySet<number> {
  const leaving = entriesInOrder(state, conversationId, isMirror).flatMap((entry) =>
    entry.kind === 'topic-task' && typeof entry.task !== 'string' && entry.task.kind === 'delete'
      ? changedNumbers(entry.task)
      : [],
  )
  return new Set(leaving)
}
