import type { IncomingMessage } from '../../../src-main/core/conversation/message'
import type { TelegramDelivery, TelegramFact } from '../../../src-main/core/desk/facts'
import type { TelegramListener } from '../../../src-main/core/ports'
import { Refusal } from '../../../src-main/core/refusal'
import type { SignInStep } from '../../../src-preload/contract/session'
import type { Link } from '../../../src-preload/contract/status'

/** A listener that keeps all it is told, and can refuse to keep deliveries. */
export interface RecordingListener extends TelegramListener {
  readonly deliveries: TelegramDelivery[]
  readonly links: Link[]
  readonly steps: SignInStep[]
  readonly typed: { chatId: string; topicId: number; personId: string }[]
  heardTimes: number
  /** What the journal would hold: every mark of every delivery kept. */
  readonly marks: Map<string, string>
  readonly facts: TelegramFact[]
  readonly messages: IncomingMessage[]
  readonly texts: string[]
  /** The next so many deliveries are refused, as by a full disk. */
  refuseNext(times: number): void
  readonly refused: number
  /** From now on the desk's rules fail on messages of this text; null for none. */
  failOn(text: string | null): void
  /** Waits until something is so; it is asked again whenever the adapter tells anything. */
  until<T>(what: string, look: () => T | undefined | false | null): Promise<T>
}

/** Like the desk it never loses what it kept; unlike the desk it never decides anything. */
export function recordingListener(): RecordingListener {
  const watchers = new Set<() => void>()
  const told = () => {
    for (const watcher of [...watchers]) watcher()
  }
  let refusals = 0
  let refused = 0
  let failing: string | null = null
  let receiving = false
  const listener: RecordingListener = {
    deliveries: [],
    links: [],
    steps: [],
    typed: [],
    heardTimes: 0,
    marks: new Map(),
    get facts() {
      return listener.deliveries.flatMap((delivery) => delivery.facts)
    },
    get messages() {
      return listener.facts.flatMap((fact) => (fact.kind === 'message' ? [fact.message] : []))
    },
    get texts() {
      return listener.messages.map((message) => message.text)
    },
    refuseNext(times) {
      refusals = times
    },
    get refused() {
      return refused
    },
    failOn(text) {
      failing = text
    },
    async receive(delivery) {
      if (receiving) throw new Error('a delivery came before the last one was kept')
      receiving = true
      await new Promise((resolve) => setImmediate(resolve))
      receiving = false
      if (refusals > 0) {
        refusals--
        refused++
        throw new Refusal('storage-full', 'The disk is full.')
      }
      const isFailing = delivery.facts.some(
        (fact) => fact.kind === 'message' && fact.message.text === failing,
      )
      if (isFailing) throw new TypeError('a bug')
      if (delivery.facts.length > 100) throw new Error('a delivery of more than 100 facts')
      listener.deliveries.push(delivery)
      for (const [name, text] of Object.entries(delivery.marks)) {
        if (text === null) listener.marks.delete(name)
        else listener.marks.set(name, text)
      }
      told()
    },
    linkChanged(link) {
      listener.links.push(link)
      told()
    },
    heard() {
      listener.heardTimes++
    },
    signInChanged(step) {
      listener.steps.push(step)
      told()
    },
    typing(chatId, topicId, personId) {
      listener.typed.push({ chatId, topicId, personId })
      told()
    },
    async until(what, look) {
      return new Promise((resolve, reject) => {
        const tooLate = setTimeout(() => {
          watchers.delete(watch)
          reject(new Error(`never: ${what}\nlast link ${JSON.stringify(listener.links.at(-1))}`))
        }, 12_000)
        const watch = () => {
          const found = look()
          if (!found) return
          clearTimeout(tooLate)
          watchers.delete(watch)
          resolve(found)
        }
        watchers.add(watch)
        watch()
      })
    },
  }
  return listener
}
