import { accessApi } from '@/api/accessApi';
import type { CredentialsChange, SalesforceCredentials } from '@/api/types';
import { Confirm } from '@/shared/Confirm';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { FieldTable } from './FieldTable';
import { SigningKeyPart } from './SigningKeyPart';
import { ValueDialog } from './ValueDialog';

const t = m.credentials;
const KEY = ['salesforce-credentials'];

/** The fields of the secret `SalesforceCredentials`: which are set, and new values for them. */
export function CredentialsPage({ help }: { help: ReactNode }) {
  const credentials = useQuery({ queryKey: KEY, queryFn: ({ signal }) => accessApi.credentials(signal) });
  return (
    <div className="page page-parts">
      <Header variant="h1" description={t.intro} actions={<span className="page-help">{help}</span>}>
        {t.title}
      </Header>
      {credentials.data ? (
        <Credentials credentials={credentials.data} />
      ) : credentials.error ? (
        <Empty title={m.access.notLoaded}>
          <p>{credentials.error.message}</p>
          <Button onClick={() => void credentials.refetch()}>{m.tryAgain}</Button>
        </Empty>
      ) : (
        <Empty title={<Spinner />}>{m.loading}</Empty>
      )}
    </div>
  );
}

type Open = { readonly what: 'set' | 'remove'; readonly field: string } | null;

function Credentials({ credentials }: { credentials: SalesforceCredentials }) {
  const { place, changeable, fields, signingKey } = credentials;
  const [open, setOpen] = useState<Open>(null);
  const [done, setDone] = useState<string | null>(null);
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (sent: CredentialsChange) => accessApi.changeCredentials(sent),
    onSuccess: (now) => queries.setQueryData(KEY, now),
  });
  const close = () => {
    change.reset();
    setOpen(null);
  };
  const save = (field: string, value: string | null) =>
    change.mutate({ [field]: value }, {
      onSuccess: () => {
        setDone(value === null ? t.removed(field) : t.saved(field));
        close();
      },
    });
  return (
    <SpaceBetween size="l">
      {!changeable && <Alert type="info">{t.readOnly}</Alert>}
      <Container header={<Header variant="h2" description={<span className="breaks">{`${t.place}: ${place}`}</span>}>{t.fields}</Header>}>
        <FieldTable
          isSet={fields}
          changeable={changeable}
          onSet={(field) => setOpen({ what: 'set', field })}
          onRemove={(field) => setOpen({ what: 'remove', field })}
        />
        <p role="status" className="flat">{done}</p>
      </Container>
      <SigningKeyPart signingKey={signingKey} />
      {open?.what === 'set' && (
        <ValueDialog
          field={open.field}
          isSet={fields.includes(open.field)}
          saving={change.isPending}
          error={change.error}
          onClose={close}
          onSave={(value) => save(open.field, value)}
        />
      )}
      {open?.what === 'remove' && (
        <Confirm title={t.removeReally(open.field)} action={t.remove} working={change.isPending} error={change.error} onClose={close} onConfirm={() => save(open.field, null)}>
          {t.removeHow}
        </Confirm>
      )}
    </SpaceBetween>
  );
}
