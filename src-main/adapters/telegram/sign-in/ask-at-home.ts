import type { Api } from 'telegram'
import { errorName } from '../errors'
import type { Line } from '../link/line'

/**
 * Asks where the account lives: Telegram names the data centre when it is another one
 * (PHONE_MIGRATE and its like; core.telegram.org/api/datacenter), and the line moves there.
 */
export async function askAtHome<R extends Api.AnyRequest>(line: Line, request: R): Promise<R['__response']> {
  for (let moves = 0; ; moves++) {
    try {
      return await line.ask(request)
    } catch (error) {
      const home = /^(?:PHONE|NETWORK|USER)_MIGRATE_(\d+)$/.exec(errorName(error) ?? '')
      if (!home || moves > 1) throw error
      await line.moveTo(Number(home[1]))
    }
  }
}
