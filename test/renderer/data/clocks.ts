import type { ClockName, ClockView } from '../../../src-preload/contract/clock'
import { now } from './now'

/** A running clock with `leftMs` to go; negative is over. Warns in the last fifth. */
export function running(clock: ClockName, leftMs: number, targetMs: number): ClockView {
  const dueAt = now + leftMs
  const startedAt = dueAt - targetMs
  return { kind: 'running', clock, startedAt, targetMs, warnAt: dueAt - targetMs / 5, dueAt }
}

/** A clock that stands with `leftMs` kept. */
export function paused(clock: ClockName, leftMs: number, targetMs: number): ClockView {
  return { kind: 'paused', clock, startedAt: now - targetMs, targetMs, ranMs: targetMs - leftMs }
}

export function met(clock: ClockName, tookMs: number, targetMs: number): ClockView {
  return { kind: 'met', clock, startedAt: now - targetMs, targetMs, tookMs }
}

export function none(clock: ClockName): ClockView {
  return { kind: 'none', clock }
}
