import { Api } from 'telegram'
import { DH_GENERATOR, DH_PRIME } from '../../crypto/dh'
import { RpcError } from '../../rpc-error'
import { given, long } from '../../tl/values'
import { method } from '../method'

/** core.telegram.org/method/account.getPassword: before sign-in it speaks of the account whose code was right. */
export const getPassword = method(Api.account.GetPassword, 'anybody', ({ desk, world, identity }) => {
  const userId = identity.passwordPendingFor ?? identity.userId
  if (userId === null) throw new RpcError(401, 'AUTH_KEY_UNREGISTERED')
  const account = world.account(userId)
  const started = desk.passwords.start(account)
  const algorithm = (salt1: Buffer, salt2: Buffer) =>
    new Api.PasswordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow({
      salt1,
      salt2,
      g: DH_GENERATOR,
      p: DH_PRIME,
    })
  return new Api.account.Password(
    given({
      hasPassword: started !== null,
      currentAlgo:
        started === null
          ? undefined
          : algorithm(started.exchange.verifier.salt1, started.exchange.verifier.salt2),
      srp_B: started?.exchange.B,
      srpId: started === null ? undefined : long(started.srpId),
      hint: account.password?.hint,
      newAlgo: algorithm(world.random.bytes(8), world.random.bytes(16)),
      newSecureAlgo: new Api.SecurePasswordKdfAlgoPBKDF2HMACSHA512iter100000({ salt: world.random.bytes(8) }),
      secureRandom: world.random.bytes(256),
    }),
  )
})
