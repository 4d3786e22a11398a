import { api } from '@/api/client';
import { m } from '@/shared/messages';
import { ATTRIBUTE } from '@/shared/requests';
import { WantedFields } from '@/shared/WantedFields';
import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import Autosuggest from '@cloudscape-design/components/autosuggest';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import type { Fields } from './record';

interface Props {
  fields: Fields;
  onChange: (fields: Fields) => void;
}

const TAKEN: readonly string[] = Object.values(ATTRIBUTE);

/** Further attributes whose keys belong to the choices of the form. */
export const takenKeys = ({ attributes }: Fields): string[] =>
  attributes.map(({ key }) => key.trim()).filter((key) => TAKEN.includes(key));

/** The fields of the contact record that all recordings share. */
export function FieldsForm({ fields, onChange }: Props) {
  const change = (part: Partial<Fields>) => onChange({ ...fields, ...part });
  return (
    <SpaceBetween size="m">
      <Known field="agent" label={m.upload.agent} value={fields.agent} onChange={(agent) => change({ agent })} />
      <Known field="queue" label={m.upload.queue} value={fields.queue} onChange={(queue) => change({ queue })} />
      <WantedFields wanted={fields.wanted} onChange={(wanted) => change({ wanted })} />
      <Attributes attributes={fields.attributes} onChange={(attributes) => change({ attributes })} />
    </SpaceBetween>
  );
}

interface KnownProps {
  field: 'agent' | 'queue';
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Free text, with the names that contacts already have to choose from. */
function Known({ field, label, value, onChange }: KnownProps) {
  const known = useQuery({ queryKey: ['values', field, ''], queryFn: ({ signal }) => api.values(field, '', signal), staleTime: 30_000 });
  return (
    <FormField label={label} description={m.upload.optional}>
      <Autosuggest
        value={value}
        options={(known.data ?? []).map((one) => ({ value: one }))}
        enteredTextLabel={(text) => text}
        clearAriaLabel={m.clear}
        onChange={({ detail }) => onChange(detail.value)}
      />
    </FormField>
  );
}

function Attributes({ attributes, onChange }: { attributes: Fields['attributes']; onChange: (attributes: Fields['attributes']) => void }) {
  const put = (index: number, part: Partial<Fields['attributes'][number]>) =>
    onChange(attributes.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <FormField label={m.upload.attributes} description={m.upload.attributesHow}>
      <AttributeEditor
        items={attributes}
        addButtonText={m.upload.addAttribute}
        removeButtonText={m.upload.removeAttribute}
        empty={m.upload.noAttributes}
        onAddButtonClick={() => onChange([...attributes, { key: '', value: '' }])}
        onRemoveButtonClick={({ detail }) => onChange(attributes.filter((_, at) => at !== detail.itemIndex))}
        definition={[
          {
            label: m.upload.attributeKey,
            control: ({ key }, index) => <Input value={key} onChange={({ detail }) => put(index, { key: detail.value })} />,
            errorText: ({ key }) => (TAKEN.includes(key.trim()) ? m.upload.attributeTaken : null),
          },
          {
            label: m.upload.attributeValue,
            control: ({ value }, index) => <Input value={value} onChange={({ detail }) => put(index, { value: detail.value })} />,
          },
        ]}
      />
    </FormField>
  );
}
