import { Api } from 'telegram'
import { method } from '../method'

/** core.telegram.org/method/help.getAppConfig: nothing to configure. */
export const getAppConfig = method(Api.help.GetAppConfig, 'anybody', () => {
  return new Api.help.AppConfig({ hash: 1, config: new Api.JsonObject({ value: [] }) })
})
