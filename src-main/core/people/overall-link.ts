import type { DeskStatus, Link } from '../../../src-preload/contract/status'

/** One account's link, and when something was last heard on it (epoch ms). */
export interface AccountLink {
  /** Null for one that is being signed in. */
  readonly name: string | null
  readonly link: Link
  readonly lastHeardAt: number | null
}

/** What needs attention first comes first. */
const order: readonly Link['kind'][] = [
  'signed-out',
  'not-in-group',
  'offline',
  'connecting',
  'flood-wait',
  'catching-up',
  'live',
]

/**
 * How the desk as a whole is connected: by the account that needs attention most; heard is what was heard last by
 * the one that heard least lately. One that was never signed in counts only if it is alone.
 */
export function overallLink(
  all: readonly AccountLink[],
): Pick<DeskStatus, 'link' | 'linkOf' | 'lastHeardAt'> {
  const signedIn = all.filter(({ name }) => name !== null)
  const links = signedIn.length > 0 ? signedIn : all
  const [worst] = [...links].sort(
    (one, other) => order.indexOf(one.link.kind) - order.indexOf(other.link.kind),
  )
  if (!worst) return { link: { kind: 'signed-out' }, linkOf: null, lastHeardAt: null }
  // What is so with all of them is the desk's, not one account's.
  const isAlone = links.some(({ link }) => link.kind !== worst.link.kind)
  const heard = links.map(({ lastHeardAt }) => lastHeardAt)
  const known = heard.flatMap((at) => at ?? [])
  return {
    link: worst.link,
    linkOf: isAlone ? worst.name : null,
    lastHeardAt: known.length === 0 ? null : Math.min(...known),
  }
}
