import { Api } from 'telegram'
import { stateOf } from '../messages/get-dialogs'
import { method } from '../method'

/** core.telegram.org/method/updates.getState */
export const getState = method(Api.updates.GetState, 'signed-in', stateOf)
