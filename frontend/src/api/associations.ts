// Short names for the shapes an association's people and staff work with.
import type { Answer } from './client.ts';
import type { paths } from './schema';

export type Desk = Answer<'/api/v1/associations/{slug}/desk'>;
export type AssociationStatus = Desk['status'];
export type Picture = Desk['pictures'][number];
export type Member = Desk['members'][number];
export type Role = Member['role'];
export type Invitation = NonNullable<Desk['invitations']>[number];
export type Change = Answer<'/api/v1/associations/{slug}/history'>['items'][number];
/** What an association says of itself. */
export type AssociationEdit = NonNullable<
  paths['/api/v1/associations/{slug}']['patch']['requestBody']
>['content']['application/json'];
/** What one sends to register an association. */
export type AssociationIn =
  paths['/api/v1/associations']['post']['requestBody']['content']['application/json'];

export type StaffOverview = Answer<'/api/v1/staff/overview'>;
export type StaffAssociation = Answer<'/api/v1/staff/associations'>['items'][number];
export type Claim = Answer<'/api/v1/staff/claims'>['items'][number];

export type Report = Answer<'/api/v1/staff/reports'>['items'][number];
export type ReportStatus = 'open' | 'upheld' | 'dismissed';
/** Somebody who works for the municipality, with what, since when and by whom. */
export type Employee = Answer<'/api/v1/staff/powers'>['items'][number];
export type StaffPerson = Answer<'/api/v1/staff/people'>['items'][number];

export const AREAS = ['associations', 'premises', 'volunteering', 'recognition'] as const;
export type Area = (typeof AREAS)[number];
