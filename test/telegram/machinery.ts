import { createServer, type Server } from 'node:net'
import { Budget } from './budget'
import type { Clock } from './clock'
import { type RsaKey, rsaKey } from './crypto/rsa'
import { Deliverer } from './deliver'
import { listenOn } from './listen-on'
import { PartyRecord } from './record'
import { PasswordChecks } from './rpc/account/password-checks'
import { LoginCodes } from './rpc/auth/login-codes'
import { announceToken } from './rpc/auth/qr-login'
import { QrLogins } from './rpc/auth/qr-logins'
import type { Desk } from './rpc/desk'
import { methods } from './rpc/methods'
import { Files } from './rpc/upload/files'
import { type AuthKey, newAuthKey } from './session/auth-key'
import { AuthKeys } from './session/auth-keys'
import { Connection, type ConnectionHost } from './session/connection'
import { MessageIds } from './session/message-ids'
import { type CallHost, runCall } from './session/run-call'
import { serve } from './session/service'
import { type Switchable, Switchboard } from './switchboard'
import { WIRE_LIMITS, type WireLimits } from './transport/wire'
import { DC_ID } from './view/media'
import { World } from './world/world'

/** Above it, whoever has been silent for longest makes room. */
const MOST_CONNECTIONS = 4000
/** For what all clients together have not sent, read or acknowledged yet. */
const MOST_HELD = 512 * 1024 * 1024

export interface MachineryOptions {
  readonly seed?: number
  readonly port?: number
  readonly host?: string
  readonly clock?: Clock
  /** How patient it is with sockets. */
  readonly wireLimits?: Partial<WireLimits>
  /** The code of every login; left out, each is another. */
  readonly fixedCode?: string
}

/**
 * The machinery of one data centre: sockets at one end, the world at the other.
 * Use {@link startDataCentre}, which puts people and groups into it.
 */
export class Machinery implements ConnectionHost, CallHost, Switchable {
  readonly rsa: RsaKey = rsaKey()
  readonly messageIds: MessageIds
  readonly wireLimits: WireLimits
  readonly budget = new Budget(MOST_HELD)
  readonly keys: AuthKeys
  readonly world: World
  readonly record: PartyRecord
  readonly switchboard: Switchboard
  readonly methods = methods
  readonly desk: Desk
  readonly address = { host: '127.0.0.1', port: 0, dcId: DC_ID }
  private readonly connections = new Set<Connection>()
  private server: Server | null = null

  constructor(options: MachineryOptions) {
    this.address.host = options.host ?? '127.0.0.1'
    this.address.port = options.port ?? 0
    this.wireLimits = { ...WIRE_LIMITS, ...options.wireLimits }
    this.messageIds = new MessageIds(() => this.wireNow())
    this.keys = new AuthKeys(this.messageIds, this.budget)
    this.world = new World(options)
    this.record = new PartyRecord(this.world)
    this.switchboard = new Switchboard(this)
    const { clock, random } = this.world
    this.desk = {
      address: this.address,
      keys: this.keys,
      codes: new LoginCodes(clock, random, options.fixedCode ?? null),
      passwords: new PasswordChecks(random),
      qr: new QrLogins(clock, random),
      files: new Files(clock, random),
      switchboard: this.switchboard,
      randomIds: new Set(),
      exported: new Map(),
    }
    new Deliverer(this.world, this.keys, this.switchboard)
  }

  wireNow(): number {
    return Date.now() + this.switchboard.skewMs
  }

  setHome(userId: number, dcId: number | null): void {
    this.world.account(userId).homeDc = dcId
  }

  moveFiles(dcId: number): void {
    this.desk.files.moveTo(dcId)
  }

  answersPings(): boolean {
    return this.switchboard.answersPings
  }

  onTrouble(what: string, trouble: unknown): void {
    this.record.addTrouble(what, trouble)
  }

  onMessage(
    connection: Connection,
    session: Parameters<ConnectionHost['onMessage']>[1],
    frame: Parameters<ConnectionHost['onMessage']>[2],
  ): void {
    if (!serve(this, connection, session, frame)) runCall(this, session, frame)
  }

  async comeUp(): Promise<void> {
    if (this.server !== null) return
    const server = createServer((socket) => {
      if (this.connections.size >= MOST_CONNECTIONS) this.makeRoom()
      const connection = new Connection(socket, this)
      this.connections.add(connection)
      socket.on('close', () => this.connections.delete(connection))
    })
    this.server = server
    this.address.port = await listenOn(server, this.address)
  }

  async goDown(): Promise<void> {
    const { server } = this
    if (server === null) return
    this.server = null
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    this.dropSockets()
    await closed
  }

  /** Closes the oldest connection that never had a session, or the oldest of all. */
  private makeRoom(): void {
    const [oldest] = this.connections
    const least = [...this.connections].find(({ session }) => session === null) ?? oldest
    if (least === undefined) return
    least.close()
    this.connections.delete(least)
  }

  dropSockets(): void {
    for (const connection of this.connections) connection.close()
  }

  setSlowMode(groupId: number, seconds: number): void {
    const group = this.world.group(groupId)
    group.slowModeSeconds = seconds
    this.world.tell([...group.members.keys()], { kind: 'group-changed', groupId })
  }

  revoke(userId: number, reason: string): void {
    for (const key of this.keys.all) if (key.userId === userId) key.refusal = reason
  }

  renewToken(botId: number): string {
    const { bot } = this.world.account(botId)
    if (bot === null) throw new Error(`${botId} is no bot`)
    this.world.spentTokens.add(bot.token)
    bot.token = `${botId}:${this.world.random.bytes(26).toString('base64url')}`
    return bot.token
  }

  forgetKeys(): void {
    for (const key of this.keys.all) this.keys.forget(key.id)
  }

  rotateSalts(): void {
    for (const key of this.keys.all) key.salt = this.world.random.big()
  }

  /** Somebody scans the code on another device's screen; that device hears `updateLoginToken`. */
  acceptQr(token: Buffer, by: { readonly id: number }): void {
    const device = this.desk.qr.accept(token, by.id)
    announceToken(this, device)
  }

  addKey(userId: number | null): AuthKey {
    const { random } = this.world
    const bytes = Buffer.concat([Buffer.from([random.between(1, 255)]), random.bytes(255)])
    const key = newAuthKey(bytes, random.big(), this.wireNow(), DC_ID)
    key.userId = userId
    this.keys.add(key)
    return key
  }

  /** Which transports clients use just now. */
  get transports(): string[] {
    return [...this.connections].map(({ transport }) => transport)
  }

  async close(): Promise<void> {
    await this.goDown()
    this.keys.closeAll()
  }
}
