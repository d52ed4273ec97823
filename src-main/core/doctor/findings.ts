import type { FollowedGroup } from '../../../src-preload/contract/account'
import type { Finding } from '../../../src-preload/contract/doctor'
import type { Notice } from '../../../src-preload/contract/status'
import { accountFindings, type ExaminedAccount } from './account-findings'
import { type ComputerHealth, computerFindings } from './computer-findings'
import { groupFindings } from './group-findings'

/** All that the doctor looked at. */
export interface Examined {
  readonly accounts: readonly ExaminedAccount[]
  readonly groups: readonly FollowedGroup[]
  readonly computer: ComputerHealth
  /** Epoch ms. */
  readonly now: number
}

/** What is so with every account, every group and this computer, with the exact remedy (product.md 4.17). */
export function findings({ accounts, groups, computer, now }: Examined): readonly Finding[] {
  return [
    ...accounts.flatMap((examined) => [
      ...accountFindings(examined, now),
      ...(examined.link.kind === 'signed-out' ? [] : findingsOfGroups(examined, groups)),
    ]),
    ...computerFindings(computer, now),
  ]
}

function findingsOfGroups(
  { account, health, checkedAt }: ExaminedAccount,
  groups: readonly FollowedGroup[],
): readonly Finding[] {
  return groups
    .filter(({ accountId }) => accountId === account.id)
    .flatMap((group) =>
      groupFindings({
        ...{ account, group, checkedAt },
        health: health?.groups.find(({ id }) => id === group.id) ?? null,
        privacyMode: health?.privacyMode ?? null,
      }),
    )
}

/**
 * What has turned bad since it was looked at before: each is told once, until it was well in between. That an account
 * is signed out is not among it: the strip says so already, and who signs out on purpose knows.
 */
export function turnedBad(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const wereBad = new Set(before.flatMap(({ id, state }) => (state === 'bad' ? [id] : [])))
  return after.filter(({ id, check, state }) => state === 'bad' && check !== 'signed-in' && !wereBad.has(id))
}

/** What was bad when it was looked at before and is well now: it takes the place of what was told of it. */
export function turnedWell(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const wereBad = new Set(before.flatMap(({ id, state }) => (state === 'bad' ? [id] : [])))
  return after.filter(({ id, check, state }) => state === 'ok' && check !== 'signed-in' && wereBad.has(id))
}

/** A finding, told in the window. */
export function findingNotice({ id, state, title, effect, remedy }: Finding): Notice {
  if (state === 'ok') return { key: `doctor:${id}`, tone: 'good', title, body: '', ticketId: null }
  return { key: `doctor:${id}`, tone: 'bad', title, body: `${effect} ${remedy}`, ticketId: null }
}
