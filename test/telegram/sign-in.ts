import { Api, type TelegramClient } from 'telegram'
import type { DataCentre } from './server'

/** Signs a connected client in with the code that the data centre sent to this phone. */
export async function signInWithCode(dc: DataCentre, client: TelegramClient, phone: string): Promise<void> {
  const sent = await client.invoke(
    new Api.auth.SendCode({
      phoneNumber: phone,
      apiId: client.apiId,
      apiHash: client.apiHash,
      settings: new Api.CodeSettings({}),
    }),
  )
  if (!(sent instanceof Api.auth.SentCode)) throw new Error(`unexpected ${sent.className}`)
  await client.invoke(
    new Api.auth.SignIn({
      phoneNumber: phone,
      phoneCodeHash: sent.phoneCodeHash,
      phoneCode: dc.phoneCode(phone) ?? '',
    }),
  )
}
