import type { Shell } from 'electron'
import { Refusal } from '../core/refusal'

const schemes: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:', 'tel:', 'tg:'])

/**
 * Opens a link of a message in the program the person chose for it: the one way out of the window. Schemes that
 * could start a program or read a file of this computer are refused, and so is an address that carries a name or
 * password, since that is how a link pretends to lead elsewhere (`https://bank.example@evil.example`).
 *
 * ```ts
 * openLink: ({ url }) => openLink(shell, url)
 * ```
 *
 * @throws {@link Refusal} `not-allowed`, with a sentence for the agent
 */
export async function openLink(shell: Pick<Shell, 'openExternal'>, address: string): Promise<void> {
  const url = safeLink(address)
  try {
    await shell.openExternal(url)
  } catch {
    throw new Refusal('not-allowed', 'No program on this computer opens this kind of link.')
  }
}

/**
 * The address as it will be opened, in its normal form.
 *
 * @throws {@link Refusal} `not-allowed`
 */
export function safeLink(address: string): string {
  const url = parsed(address)
  if (!url) throw new Refusal('not-allowed', 'This link leads nowhere.')
  if (!schemes.has(url.protocol))
    throw new Refusal('not-allowed', `Topicdesk does not open ${url.protocol} links from messages.`)
  if (url.username || url.password)
    throw new Refusal('not-allowed', 'This link hides where it leads, so it was not opened.')
  return url.href
}

function parsed(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}
