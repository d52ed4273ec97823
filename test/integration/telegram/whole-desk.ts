import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Recorded } from '../../../src-main/core/desk/events'
import type { Desktop } from '../../../src-main/core/ports'
import type { Entity } from '../../../src-preload/contract/conversation'
import type { TicketRow } from '../../../src-preload/contract/ticket'
import { type DeskOnDc, startDeskOnDc } from '../../fire/desk-on-dc'
import { SetClock } from '../../fire/set-clock'
import { localAddress } from '../../runtime/local-address'
import { type DataCentre, startDataCentre } from '../../telegram/server'
import { BOT } from '../../telegram/workspace'
import type { Group } from '../../telegram/world/group'
import { memorySecrets } from './desk-side'

const promise = { firstReplyMs: null, nextReplyMs: null, resolutionMs: null }

/** All of the desk but its window, on a data centre of its own: what it answers is what the window shows. */
export class WholeDesk {
  /** What a file was to be saved as, and its bytes. */
  readonly saved: { readonly name: string; readonly bytes: Uint8Array }[] = []
  readonly kept: Recorded[] = []
  private readonly secrets = memorySecrets()
  private readonly clock = new SetClock()
  private running: DeskOnDc | null = null

  private constructor(
    readonly dc: DataCentre,
    private readonly folder: string,
  ) {}

  static async open(): Promise<WholeDesk> {
    const folder = await mkdtemp(join(tmpdir(), 'topicdesk-whole-'))
    const desk = new WholeDesk(await startDataCentre({ seed: 7 }), folder)
    await desk.start()
    const promises = { low: promise, medium: promise, high: promise, critical: promise }
    const acknowledge = { topic: false, bot: false, privateChat: false }
    await desk.ask.settings.change({ sendHoldMs: 0, promises, intake: { acknowledge } })
    return desk
  }

  async start(): Promise<void> {
    const { folder, secrets, clock } = this
    const desktop: Partial<Desktop> = {
      saveFile: async (name, bytes) => this.saved.push({ name, bytes }) > 0,
    }
    const onKept = (events: readonly Recorded[]) => void this.kept.push(...events)
    const dc = localAddress(this.dc.address)
    this.running = await startDeskOnDc({ folder, secrets, clock, dc, desktop, onKept })
  }

  async stop(): Promise<void> {
    const { running } = this
    this.running = null
    await running?.stop()
  }

  async close(): Promise<void> {
    await this.stop()
    await this.dc.close()
    await rm(this.folder, { recursive: true, force: true })
  }

  /** The commands of the window. */
  get ask(): DeskOnDc['desk']['handlers'] {
    if (!this.running) throw new Error('the desk is not running')
    return this.running.desk.handlers
  }

  /** Signs in the bot; with the staff's own group, also follows that. */
  async signInBot(token: string = BOT.botToken): Promise<void> {
    await this.ask.session.connectBot({ token })
    await this.until('the bot to be live', async () => (await this.linkOf(String(BOT.id))) === 'live')
  }

  async signInAnna(): Promise<void> {
    await this.ask.session.sendCode({ phone: '+15550001001' })
    await this.ask.session.checkCode({ code: this.dc.phoneCode('15550001001') ?? '' })
    await this.until('Anna to be live', async () => (await this.linkOf('1001')) === 'live')
  }

  /** Gives the bot the group of the team to copy its chats into; it has to hear of it first. */
  async followStaffRoom(): Promise<Group> {
    const room = this.dc.openStaffRoom()
    const accountId = String(BOT.id)
    this.dc.staff.byName('Ravi').write({ group: room, id: 1 }, 'Hello')
    await this.until('the bot to hear of the staff room', async () =>
      (await this.ask.accounts.groups({ accountId })).some(({ id }) => id === String(room.id)),
    )
    await this.ask.accounts.followGroup({ accountId, groupId: String(room.id), role: 'staff' })
    return room
  }

  async linkOf(accountId: string): Promise<string | undefined> {
    const accounts = await this.ask.accounts.list(undefined)
    return accounts.find(({ account }) => account.id === accountId)?.link.kind
  }

  /** The ticket with this title, once there is one. */
  async ticket(title: string): Promise<TicketRow> {
    return this.found(`a ticket named ${title}`, async () => {
      const rows = await this.ask.queue.search({ text: title, limit: 10 })
      return rows.find((row) => row.title === title)
    })
  }

  /** All that the window shows of a ticket: messages, and what happened as sentences. */
  async said(ticketId: string): Promise<readonly string[]> {
    const { items } = await this.ask.conversation.page({ ticketId, limit: 200 })
    return items.map((item) => item.text)
  }

  /** Waits until the window shows a sentence on a ticket. */
  async shows(ticketId: string, sentence: string): Promise<void> {
    await this.until(`"${sentence}" on the ticket`, async () =>
      (await this.said(ticketId)).includes(sentence),
    )
  }

  /** What the doctor says now: titles of all that is not well, with what to do. */
  async complaints(): Promise<readonly string[]> {
    const { findings } = await this.ask.doctor.examine({ accountId: null })
    return findings.flatMap(({ state, title, remedy }) => (state === 'ok' ? [] : [`${title}. ${remedy}`]))
  }

  async reply(
    ticketId: string,
    text: string,
    entities: readonly Entity[] = [],
    attachments: string[] = [],
  ): Promise<void> {
    const { items } = await this.ask.conversation.page({ ticketId, limit: 1 })
    await this.ask.conversation.reply({
      ...{ ticketId, text, entities: [...entities], replyId: randomUUID(), replyTo: null, attachments },
      ...{ seenPosition: items.at(-1)?.position ?? 0, after: 'nothing', force: true },
    })
  }

  /** Waits for something to be there. */
  async found<T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
    const end = performance.now() + 15_000
    for (;;) {
      const one = await look()
      if (one !== undefined) return one
      if (performance.now() > end)
        throw new Error(`never: ${what}\n${this.running?.errors.slice(-5).join('\n') ?? 'no desk'}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  async until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
    await this.found(what, async () => (await isSo()) || undefined)
  }
}
