import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { z } from 'zod';
import { type apiKey as apiKeySchema, listApiKeys, revokeApiKey } from '#contract/accounts.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { Button } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { ErrorState, errorText } from '#web/ui/error-state.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Section } from '#web/ui/section.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { apiKeysKey } from './api-keys-key.ts';
import { NewApiKeyDialog } from './new-api-key-dialog.tsx';
import { scopeWords } from './scope-words.ts';

type ApiKey = z.infer<typeof apiKeySchema>;

/** A person's own API keys. */
export function ApiKeys() {
  const [making, setMaking] = useState(false);
  return (
    <Section
      title={say('API keys')}
      summary={say('For scripts and the command line. A key never does more than you may.')}
      actions={
        <Button icon={<Plus />} onClick={() => setMaking(true)}>
          {say('New key')}
        </Button>
      }
    >
      <KeyTable />
      {making && <NewApiKeyDialog onClose={() => setMaking(false)} />}
    </Section>
  );
}

function useRevoke() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (key: ApiKey) => api.call(revokeApiKey, { params: { keyId: key.id } }),
    onSuccess: (_answer, key) => {
      showToast(say('“{name}” was revoked. It stopped working at once.', { name: key.name }));
      return queryClient.invalidateQueries({ queryKey: apiKeysKey });
    },
    onError: (error) => showToast(errorText(error), { tone: 'bad' }),
  });
}

function KeyTable() {
  const revoke = useRevoke();
  const { data, error, refetch } = useQuery({
    queryKey: apiKeysKey,
    queryFn: ({ signal }) => api.call(listApiKeys, { signal }),
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={2} />;
  const columns: readonly Column<ApiKey>[] = [
    { key: 'name', label: say('Name'), cell: (key) => key.name },
    { key: 'prefix', label: say('Begins with'), cell: (key) => <code>{key.prefix}…</code>, wideOnly: true },
    {
      key: 'scopes',
      label: say('May'),
      cell: (key) => key.scopes.map((scope) => say(scopeWords[scope].label)).join(', '),
    },
    {
      key: 'used',
      label: say('Last used'),
      cell: (key) => (key.lastUsedAt ? <RelativeTime at={key.lastUsedAt} /> : say('never')),
      wideOnly: true,
    },
    {
      key: 'expires',
      label: say('Ends'),
      cell: (key) => (key.expiresAt ? <RelativeTime at={key.expiresAt} /> : say('never')),
      wideOnly: true,
    },
    {
      key: 'acts',
      label: say('Acts'),
      labelHidden: true,
      numeric: true,
      cell: (key) => (
        <Button
          size="small"
          variant="danger"
          aria-label={say('Revoke {name}', { name: key.name })}
          onClick={() => revoke.mutate(key)}
        >
          {say('Revoke')}
        </Button>
      ),
    },
  ];
  return (
    <DataTable
      label={say('API keys')}
      columns={columns}
      rows={data.keys}
      rowKey={(key) => key.id}
      empty={
        <p style={{ color: 'var(--text-faint)', fontSize: 'var(--size)' }}>{say('You have no API keys.')}</p>
      }
    />
  );
}
