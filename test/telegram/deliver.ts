import { layerOf } from './session/auth-key'
import type { AuthKeys } from './session/auth-keys'
import type { Session } from './session/session'
import type { Switchboard } from './switchboard'
import type { TlObject } from './tl/schema'
import { encode } from './tl/writer'
import { shortMessage } from './view/short'
import { passingUpdates, updatesOf } from './view/updates'
import type { WorldEvent } from './world/events'
import { isToldOf } from './world/may-see'
import { takesSeq, type World } from './world/world'

/**
 * Pushes what happens to whoever is connected and may know of it
 * (core.telegram.org/api/updates). What the switchboard ordered happens here.
 */
export class Deliverer {
  private held: (() => void)[] = []

  constructor(
    private readonly world: World,
    private readonly keys: AuthKeys,
    private readonly switchboard: Switchboard,
  ) {
    world.listen((event, origin) => this.deliver(event, origin))
  }

  private deliver(event: WorldEvent, origin: unknown): void {
    const encoded = new Map<string, Buffer>()
    for (const { session, userId, identity } of this.keys.subscribers()) {
      if (session === origin || !this.concerns(event, userId)) continue
      const layer = layerOf(identity)
      if (event.kind === 'passing') {
        const counts = takesSeq(event.news)
        if (counts) identity.seq++
        const news = passingUpdates(this.world, event.news, userId, counts ? identity.seq : 0)
        this.push(session, encode(news, layer))
        continue
      }
      const reader = `${userId} ${layer}`
      const body = encoded.get(reader) ?? encode(this.counted(event, userId), layer)
      encoded.set(reader, body)
      this.push(session, body)
    }
  }

  private counted(event: Extract<WorldEvent, { kind: 'counted' }>, userId: number): TlObject {
    const short = this.switchboard.sendsShortForms && shortMessage(event.sequence, event.event, userId)
    if (short) return short
    const areMin = event.sequence.kind === 'group' && this.switchboard.sendsMinUsers
    return updatesOf(this.world, event.sequence, [event.event], userId, new Map(), areMin)
  }

  private concerns(event: WorldEvent, userId: number): boolean {
    if (event.kind === 'passing') return event.to.includes(userId)
    const { sequence } = event
    const isIn =
      sequence.kind === 'box'
        ? sequence.userId === userId
        : this.world.groups.get(sequence.groupId)?.members.has(userId) === true
    return isIn && isToldOf(this.world, this.world.account(userId), sequence, event.event)
  }

  /** Sends one update, unless the switchboard has something in mind with it. */
  private push(session: Session, body: Buffer): void {
    const orders = this.switchboard.updates
    if (orders.suppress > 0) {
      orders.suppress--
      return
    }
    const send = () => session.push(body)
    if (orders.reorder > 0) {
      orders.reorder--
      this.held.unshift(send)
      if (orders.reorder === 0) for (const release of this.held.splice(0)) release()
      return
    }
    for (const release of this.held.splice(0)) release()
    const times = orders.duplicate > 0 ? 2 : 1
    if (times === 2) orders.duplicate--
    for (let i = 0; i < times; i++) {
      if (orders.delayMs === 0) send()
      else setTimeout(send, orders.delayMs).unref()
    }
  }
}
