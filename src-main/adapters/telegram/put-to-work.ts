import type { Account } from '../../../src-preload/contract/session'
import type { TelegramListener, TelegramMemory, Watch } from '../../core/ports'
import type { Ask } from './link/ask'
import type { LinkTeller } from './link/link-teller'
import type { MtprotoSetup } from './mtproto-setup'
import type { Send } from './sending/pace'
import { makeSender, type SenderParts } from './sending/sender'
import { UpdateStream } from './updates/update-stream'

/** Updates may stop coming on a link that seems fine (telegram.md B.1, 22). */
const checkEveryMs = 3 * 60_000

/** What runs for an account that is signed in: what it is told, and what it sends. */
export interface AccountAtWork {
  readonly stream: UpdateStream
  readonly send: Send
}

/** What an account at work is made of. */
export interface WorkParts extends Pick<SenderParts, 'peer'> {
  readonly setup: MtprotoSetup
  readonly account: Account
  readonly listener: TelegramListener
  readonly memory: TelegramMemory
  /** As the journal has them. */
  readonly marks: ReadonlyMap<string, string>
  readonly watch: Watch
  readonly ask: Ask
  readonly link: LinkTeller
}

/** Puts an account to work: from here on it reads and sends whenever the link is up. */
export function putToWork(parts: WorkParts): AccountAtWork {
  const { setup, account, listener, memory, marks, watch, ask, peer, link } = parts
  const { clock, log } = setup
  const pauseAsked = (pauseMs: number) => link.pause(pauseMs)
  const stream = new UpdateStream({
    ...{ ask, account, listener, marks, watch, clock, log, pauseAsked },
    checkEveryMs: setup.checkEveryMs ?? checkEveryMs,
    behindChanged: (behind) => link.change({ behind }),
    lostGroupsChanged: (lostGroups) => link.change({ lostGroups }),
  })
  const send = makeSender({ account, memory, clock, ask, peer, stream, pauseAsked })
  return { stream, send }
}
