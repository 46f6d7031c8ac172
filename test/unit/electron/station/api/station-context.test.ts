import { expect, it, onTestFinished } from 'vitest';
import { createStation } from '../../../../../electron/station/station.ts';
import type { SecretStore } from '../../../../../electron/station/ports.ts';
import { createDirectClient } from '../../../../support/direct-client.ts';
import { tempDir } from '../../../../support/temp-dir.ts';
import { createMemorySecretStore, createTestPorts } from '../../../../support/test-ports.ts';

async function saveLight(secrets: SecretStore): Promise<unknown> {
  const station = await createStation(createTestPorts({ dataDir: tempDir(), secrets }));
  onTestFinished(() => station.close());
  const status = await createDirectClient(station).invoke('station.status', {});
  return status.ok ? status.value.lights.save : status.error;
}

it('the light 保存 says by its code where the keys lie in files because the system keeps none', async () => {
  const secrets = createMemorySecretStore();
  expect(await saveLight(secrets)).toEqual({ state: 'good', code: 'saved' });
  expect(await saveLight({ ...secrets, isWithoutSystem: true })).toEqual({
    state: 'good',
    code: 'saved-keys-in-files',
  });
});
