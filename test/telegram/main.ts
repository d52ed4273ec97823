import { PRIVATE_STORIES } from './cast/private-stories'
import { startCast } from './cast/start-cast'
import { STORIES } from './cast/stories'
import { startDataCentre } from './server'
import { BOT, CUSTOMERS, OWNER, phoneOfCustomer, STAFF } from './workspace'

/** Every login code, so that clients in other processes can sign in, and sign up. */
const CODE = '12345'

/**
 * `npm run dc`: the data centre alone, until it is stopped. The first line on
 * stdout is one JSON object; everything later goes to stderr. `--cast` lets the
 * customers write by themselves, `--port=N` and `--seed=N` do what they say.
 */
async function main(): Promise<void> {
  const option = (name: string) => process.argv.find((each) => each.startsWith(`--${name}=`))?.split('=')[1]
  const dc = await startDataCentre({
    port: Number(option('port') ?? 0),
    seed: Number(option('seed') ?? 1),
    // As long as real ones: some clients tell groups from chats by the number of digits.
    firstGroupId: 1_500_000_001,
    fixedCode: CODE,
  })
  dc.record.onTrouble = (what, trouble) => process.stderr.write(`${what}: ${String(trouble)}\n`)
  const people = [...STAFF, OWNER, ...CUSTOMERS]
  const phones = people.map((person) => {
    const account = dc.world.account(person.id)
    return {
      name: account.firstName,
      id: account.id,
      phone: `+${'phone' in person ? person.phone : phoneOfCustomer(person)}`,
      code: CODE,
      ...(account.password === null ? {} : { password: account.password.text }),
    }
  })
  const bot = { name: BOT.firstName, id: BOT.id, botToken: BOT.botToken }
  const [first, ...customers] = phones
  const { help, plain, guests } = dc.workspace
  const chats = [help, plain, guests, dc.openStaffRoom()].map((group) => ({
    id: group.id,
    accessHash: group.accessHash.toString(),
    title: group.title,
    isForum: group.isForum,
    topics: [...group.topics.values()].map(({ id, title }) => ({ id, title })),
  }))
  const { host, port, dcId, publicKeyPem, publicKeyPkcs1Pem, publicKeyFingerprint } = dc.address
  const accounts = [first, bot, ...customers]
  const line = { host, port, dcId, publicKeyPem, publicKeyPkcs1Pem, publicKeyFingerprint, accounts, chats }
  const cast = process.argv.includes('--cast')
    ? startCast(dc, {
        ...{ seed: Number(option('seed') ?? 1), paceMs: 3000, atOnce: 5, endless: true },
        script: [...STORIES, ...PRIVATE_STORIES],
      })
    : null
  const stop = () => {
    cast?.stop()
    void dc.close().then(() => process.exit(0))
  }
  // Whoever started this may be killed without a chance to pass it on.
  const startedBy = process.ppid
  setInterval(() => {
    if (process.ppid !== startedBy) stop()
  }, 1000).unref()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exitCode = 1
})
