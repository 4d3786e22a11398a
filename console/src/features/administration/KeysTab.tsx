import SpaceBetween from '@cloudscape-design/components/space-between';
import { AccessKeys } from './AccessKeys';
import { SigningKeys } from './SigningKeys';

export function KeysTab() {
  return (
    <SpaceBetween size="l">
      <AccessKeys />
      <SigningKeys />
    </SpaceBetween>
  );
}
