import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Disk } from '../../src-main/adapters/store/disk'
import { nodeDisk } from '../../src-main/adapters/store/node-disk'
import { FaultyDisk } from '../integration/store/faulty-disk'
import { memorySecrets } from '../integration/telegram/desk-side'
import { localAddress } from '../runtime/local-address'
import { type DataCentre, startDataCentre } from '../telegram/server'
import { BOT } from '../telegram/workspace'
import type { Group } from '../telegram/world/group'
import { type DeskOnDc, type Home, startDeskOnDc } from './desk-on-dc'
import { Ledger, type Place } from './ledger'
import { openChatPlace, openTopicPlace } from './open-place'
import { pause } from './pause'
import { SetClock } from './set-clock'

export const anna = { id: '1001', name: 'Anna Berg', phone: '15550001001' } as const
export const bot = { id: String(BOT.id), name: BOT.firstName, token: BOT.botToken } as const

const topicCustomers = ['Mira', 'Lena', 'Osei', 'Elif', 'Tomás', 'Hanna', 'Pavel']
const botCustomers = ['Lena', 'Zahra', 'Elif', 'Pavel', 'Osei', 'Hanna']
const chatCustomers = ['Jonas', 'Ines']
const publicGroup = '500001'

export interface GroundOptions {
  readonly seed: number
  readonly topics: number
  readonly bots: number
  readonly chats: number
  /** The bot's chats are copied into a staff group. Slow: Telegram allows a bot 20 messages a minute there. */
  readonly hasStaffRoom?: boolean
  readonly disk?: Disk
  readonly onKept?: Home['onKept']
}

/** A data centre, a desk on it, and a ledger of what people did: where schedules are played. */
export class FireGround {
  readonly ledger = new Ledger()
  readonly clock = new SetClock()
  readonly secrets = memorySecrets()
  readonly places: Place[] = []
  /** Null while the desk is not running. */
  running: DeskOnDc | null = null
  staffRoom: Group | null = null
  disk: FaultyDisk

  private constructor(
    readonly dc: DataCentre,
    public folder: string,
    disk: Disk,
  ) {
    this.disk = new FaultyDisk(disk)
  }

  /** Opens with everybody signed in, everything followed and every customer known. */
  static async open(options: GroundOptions): Promise<FireGround> {
    const dc = await startDataCentre({ seed: options.seed })
    const folder = await mkdtemp(join(tmpdir(), 'topicdesk-fire-'))
    const ground = new FireGround(dc, folder, options.disk ?? nodeDisk)
    try {
      await ground.furnish(options)
      return ground
    } catch (error) {
      await ground.close()
      throw error
    }
  }

  /** The desk that runs. @throws while none does. */
  get deskOnDc(): DeskOnDc {
    if (this.running === null) throw new Error('the desk is not running')
    return this.running
  }

  async start(more: Pick<Home, 'onDamage' | 'onKept'> = {}): Promise<void> {
    const { folder, secrets, clock, disk } = this
    const dc = localAddress(this.dc.address)
    this.running = await startDeskOnDc({ folder, secrets, clock, disk, dc, ...more })
  }

  async stop(): Promise<void> {
    const { running } = this
    this.running = null
    await running?.stop()
  }

  /** The power fails; what is on this disk is found when it is back. */
  async cutPower(disk: Disk): Promise<void> {
    const { running } = this
    this.running = null
    await running?.vanish()
    this.disk = new FaultyDisk(disk)
  }

  async close(): Promise<void> {
    await this.stop().catch(() => undefined)
    await this.dc.close()
    await rm(this.folder, { recursive: true, force: true })
  }

  private async furnish({ topics, bots, chats, hasStaffRoom = false, onKept }: GroundOptions): Promise<void> {
    const { dc } = this
    for (const { id, name } of bots > 0 ? [anna, bot] : [anna]) await this.keepSession(id, name)
    await this.start(onKept ? { onKept } : {})
    const { handlers } = this.deskOnDc.desk
    const promise = { firstReplyMs: null, nextReplyMs: null, resolutionMs: null }
    const promises = { low: promise, medium: promise, high: promise, critical: promise }
    await handlers.settings.change({ sendHoldMs: 0, promises })
    await this.until('the accounts to be live', async () =>
      (await this.links()).every((kind) => kind === 'live'),
    )
    await handlers.accounts.followGroup({ accountId: anna.id, groupId: publicGroup, role: 'public' })
    if (hasStaffRoom) {
      this.staffRoom = dc.openStaffRoom()
      const groupId = String(this.staffRoom.id)
      // A bot knows only the groups it heard something of.
      dc.staff.byName('Ravi').write({ group: this.staffRoom, id: 1 }, 'Hello')
      await this.until('the bot to hear of the staff room', async () =>
        (await handlers.accounts.groups({ accountId: bot.id })).some(({ id }) => id === groupId),
      )
      await handlers.accounts.followGroup({ accountId: bot.id, groupId, role: 'staff' })
    }
    for (let nth = 0; nth < topics; nth++) this.openTopic(nth)
    for (let nth = 0; nth < bots; nth++) this.openChat('bot', botCustomers[nth] ?? '')
    for (let nth = 0; nth < chats; nth++) {
      const name = chatCustomers[nth] ?? ''
      const personId = String(this.openChat('private', name).customer.id)
      await this.until(`${name} to be found among the chats`, async () =>
        (await handlers.accounts.chats({ accountId: anna.id, text: name })).some(
          (one) => one.personId === personId,
        ),
      )
      await handlers.accounts.openChat({ accountId: anna.id, personId })
    }
    await this.until('a ticket in every place', () =>
      this.places.every(({ conversationId }) => this.ticketOf(conversationId) !== null),
    )
  }

  /** The current ticket of a conversation; null if there is none yet. */
  ticketOf(conversationId: string): string | null {
    return this.deskOnDc.journal.state.conversations.get(conversationId)?.ticketIds.at(-1) ?? null
  }

  /** How the accounts' links do. */
  async links(): Promise<readonly string[]> {
    const accounts = await this.deskOnDc.desk.handlers.accounts.list(undefined)
    return accounts.map(({ link }) => link.kind)
  }

  /** Waits until something is so. @throws with all the desk complained of, after `forMs`. */
  async until(what: string, isSo: () => boolean | Promise<boolean>, forMs = 20_000): Promise<void> {
    const end = performance.now() + forMs
    while (!(await isSo())) {
      if (performance.now() > end)
        throw new Error(`never: ${what}\n${this.running?.errors.slice(-5).join('\n') ?? 'no desk'}`)
      await pause(20)
    }
  }

  /** The account's session is kept, as from a sign-in of before. */
  private async keepSession(id: string, name: string): Promise<void> {
    const { session } = this.dc.addKey({ id: Number(id) })
    const kind = id === bot.id ? 'bot' : 'user'
    const account = { id, name, username: null, kind }
    await this.secrets.write(`telegram-session-${id}`, JSON.stringify({ session, account }))
  }

  private openTopic(nth: number): void {
    const { dc, ledger } = this
    const name = topicCustomers[nth % topicCustomers.length] ?? ''
    this.places.push(openTopicPlace(dc, ledger, name, `Topic ${nth + 1}`))
  }

  private openChat(kind: 'bot' | 'private', firstName: string): Place {
    const { dc, ledger } = this
    const place = openChatPlace(dc, ledger, kind, firstName, kind === 'bot' ? bot.id : anna.id)
    this.places.push(place)
    return place
  }
}
