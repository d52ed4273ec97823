import type { DoctorCheck, Finding } from '../../../src-preload/contract/doctor'

/** Whom and what a finding is about, and when it was looked at (epoch ms). */
export interface About {
  readonly check: DoctorCheck
  readonly accountId: string | null
  readonly groupId: string | null
  readonly checkedAt: number
}

/** Something that is not as it should be: what is so, what follows from it, and exactly what helps. */
export interface Complaint {
  readonly state: 'warn' | 'bad'
  readonly title: string
  readonly effect: string
  readonly remedy: string
}

/** All is well. */
export function well(about: About, title: string): Finding {
  return { ...base(about), state: 'ok', title, effect: '', remedy: '' }
}

/** Something has to be done. */
export function complaint(about: About, what: Complaint): Finding {
  return { ...base(about), ...what }
}

/** It could not be looked at, which is no verdict either way. */
export function unknown(about: About, title: string): Finding {
  const remedy = about.accountId === null ? '' : 'Connect this account, then test again.'
  return { ...base(about), state: 'unknown', title, effect: '', remedy }
}

function base({ check, accountId, groupId, checkedAt }: About) {
  const id = [check, accountId ?? '', groupId ?? ''].join('/')
  return { id, check, accountId, groupId, checkedAt }
}
