// Generated from the OpenAPI document by `npm run api`. Do not edit.

export interface paths {
    "/api/v1/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses that begin as typed; empty where no address service is to be had. */
        get: {
            parameters: {
                query: {
                    q: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AddressesOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/associations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Associations nearest first, or by name without a position. */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    with_total?: boolean;
                    lat?: number;
                    lon?: number;
                    /** @description A place's slug instead of a position */
                    place?: string;
                    /** @description Metres; default 10000 */
                    radius_m?: number;
                    q?: string;
                    interest?: string[];
                    kind?: ("association" | "network" | "initiative")[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AssociationsOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        /** Register an association, which waits to be verified by staff. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RegistrationIn"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/associations/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        /** One association. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AssociationOut"];
                    };
                };
                /** @description It has another address now */
                308: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what an association says of itself. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ProfileIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        trace?: never;
    };
    "/api/v1/associations/{slug}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that one runs an association that stands here already; staff decide. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ClaimIn"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClaimedOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/associations/{slug}/declaration": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declare that one obtains child protection certificates, for this year. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeclarationIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/associations/{slug}/desk": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        /** An association for those who run it, take part in it, or are in charge of it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskOut"];
                    };
                };
                /** @description It has another address now */
                308: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/associations/{slug}/desk/needs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        /** An association's needs in any state, what was changed last first. */
        get: {
            parameters: {
                query?: {
                    status?: "draft" | "published" | "paused" | "filled" | "closed";
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskNeedsOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/associations/{slug}/desk/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        /** The shifts of all an association's needs in one week, for those who run it. */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    /** @description In the week; without it, today. */
                    day?: string;
                };
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WeekOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/associations/{slug}/desk/shifts/copy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plan one week's shifts anew in another; with `dry_run` see the dates only. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CopyWeekIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CopyWeekOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/associations/{slug}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        /** Who changed what, newest first. */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HistoryOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/associations/{slug}/hours": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        /** What an association has been given, latest entered first. */
        get: {
            parameters: {
                query?: {
                    status?: "waiting" | "confirmed" | "declined";
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskHoursOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        /** Enter the hours of somebody who had a place; but for one's own, that confirms them. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeskHoursIn"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskHoursEntryOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/associations/{slug}/hours/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm many entries as they were seen; what has changed since is left. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConfirmManyIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConfirmedManyOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/associations/{slug}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite somebody by mail, or send the mail again. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InvitationIn"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/associations/{slug}/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                invitation_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Let an invitation's mail lead nowhere. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                    invitation_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/associations/{slug}/members/{person_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                person_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End somebody's part in an association, or leave it oneself. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                    person_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        /** Make a member a manager, or the other way round. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                    person_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RoleIn"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        trace?: never;
    };
    "/api/v1/associations/{slug}/needs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a need as a draft; a title is enough. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewNeedIn"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskNeedOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/associations/{slug}/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a picture (JPEG, PNG, WebP or GIF), which is shown once it has been prepared. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": components["schemas"]["NewPictureIn"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PictureOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/associations/{slug}/pictures/{picture_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                picture_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a picture away. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                    picture_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        /** Change what a picture is said to show, or its place among the others. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                    picture_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["PictureIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PictureOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        trace?: never;
    };
    "/api/v1/associations/{slug}/signups": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        /** Who offers an association help. */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    /** @description In names, messages and titles of needs */
                    q?: string;
                    /** @description Else a group's own order */
                    sort?: "oldest" | "newest" | "name" | "need" | "day";
                    need?: string;
                    shift?: string;
                    status?: ("applied" | "accepted" | "waitlisted" | "declined" | "attended" | "absent" | "withdrawn")[];
                    group?: "unanswered" | "coming" | "waiting" | "past";
                };
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskSignupsOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/associations/{slug}/signups/answers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer many volunteers at once; what cannot be done for one is said of that one. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ManyAnswersIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ManyAnsweredOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/associations/{slug}/volunteers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        /** Everybody who has helped an association, who came last first. */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    /** @description In names and addresses */
                    q?: string;
                };
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OurVolunteersOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/associations/{slug}/volunteers.csv": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        /** The same as a table. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A table for a spreadsheet */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a mail whose link lets one choose a new password. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AddressIn"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NothingOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a mail whose link signs in without a password. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AddressIn"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NothingOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a password: a new session, whatever the browser carried before. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LoginIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TokensOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out here, also when the access token's time is up. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out on every device, at once, and end mailed links and the calendar's address. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["EverywhereIn"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next tokens, for a refresh token that was not used before. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TokensOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for an account. The answer is always this one; the mail says what came of it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AccountIn"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NothingOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a new password with a mailed link; the same as using the link. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LinkUseIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LinkUseOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{secret}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        /** A person's calendar, for whoever has its address; for calendars to subscribe to. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    secret: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/calendar": string;
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        /** What the paper with this code must show; one that is withdrawn was never there. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PaperOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest hundred mails, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description Only those to this one */
                    to?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailsOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/mails/{mail_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mail_id: string;
            };
            cookie?: never;
        };
        /** A mail with what it says. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    mail_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WholeMailOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Needs, associations and premises in one list, nearest first. */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    with_total?: boolean;
                    lat?: number;
                    lon?: number;
                    /** @description A place's slug instead of a position */
                    place?: string;
                    /** @description Metres; default 10000 */
                    radius_m?: number;
                    q?: string;
                    interest?: string[];
                    kind?: ("need" | "association" | "premises")[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DiscoverOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hours/{entry_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back what one has entered, while it waits. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entry_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        /** Put an entry right: one's own while it waits; the association, until it is declined. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entry_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["HoursChangeIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HoursOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        trace?: never;
    };
    "/api/v1/hours/{entry_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm somebody's hours, also after a no. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entry_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ConfirmIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskHoursEntryOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hours/{entry_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say no to somebody's hours, also after a yes, and tell them why by mail. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entry_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeclineIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskHoursEntryOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All interests, in the reader's language. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InterestsOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a mailed link would do; does nothing. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LinkIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LinkLookOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do what a mailed link is for, or say no to it, once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LinkUseIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LinkUseOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What lies in a piece of the map: the things, or clusters when they are many. */
        get: {
            parameters: {
                query: {
                    q?: string;
                    interest?: string[];
                    weekday?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    part_of_day?: ("morning" | "afternoon" | "evening")[];
                    commitment?: ("once" | "recurring" | "ongoing")[];
                    association?: string;
                    step_free?: boolean;
                    /** @description On a date in the rest of today from 17, of the coming weekend, of this week; or weekly on one of these days */
                    soon?: "tonight" | "weekend" | "week";
                    /** @description west,south,east,north */
                    bbox: string;
                    kind?: ("need" | "association" | "premises")[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MapOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The needs that suit a profile best; nothing of it is stored. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["MatchIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MatchesOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Oneself: account, associations, consents, sessions. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        /** Ask to have one's account erased, which the link in a mail then does. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ErasureIn"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NothingOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        /** Another name, language or guardian. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["MeIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        trace?: never;
    };
    "/api/v1/me/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether there is an address for one's calendar, and whether it is used. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CalendarOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        /** Make an address for one's calendar; one made before leads nowhere from then on. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CalendarOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        /** Let the address lead nowhere from now on. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own certificates, newest first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificatesOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        /** Certify one's confirmed hours of a period, as they stand now. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CertificateIn"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificateOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/certificates/{certificate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificate_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Let its code lead nowhere from now on. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/certificates/{certificate_id}.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificate_id: string;
            };
            cookie?: never;
        };
        /** One's own certificate as a paper. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page as PDF/UA-1 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/consents/{purpose}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                purpose: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Say yes to one optional thing. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    purpose: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        /** Take a yes back. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    purpose: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to use another address, which a mail to it confirms. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewEmailIn"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NothingOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is kept of oneself. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A ZIP with data.json and pictures */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/favourites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one likes, newest first; what is not public any more is left out. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FavouritesOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/favourites/association/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Keep an association. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        /** Keep an association no more. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/favourites/need/{need_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Keep a need. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    need_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        /** Keep a need no more. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    need_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own hours of a year, month by month, and what one may enter. */
        get: {
            parameters: {
                query?: {
                    /** @description The present one by default. */
                    year?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MyHoursOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        /** Write down hours that one has given; the association confirms them. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MyHoursIn"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HoursOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for one, in all that one runs or is in charge of. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InboxOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The needs that suit one's own profile best. */
        get: {
            parameters: {
                query?: {
                    /** @description The best so many; there is no further page */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MatchesOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Choose another password; all other sessions end. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordIn"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        trace?: never;
    };
    "/api/v1/me/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one has told of oneself, with its ETag. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnProfileOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        /** Tell all of it anew; `If-Match` refuses what was read before another change. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["OwnProfileIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnProfileOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own saved searches, newest first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SearchesOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        /** Save a search; mails tell what is published from now on. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SearchIn"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SearchOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/searches/{search_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                search_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget a saved search. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    search_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        /** Another name, other filters, or more or fewer mails. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    search_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["SearchEditIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SearchOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        trace?: never;
    };
    "/api/v1/me/signups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own sign-ups, newest first. */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    need?: string;
                    /** @description Only what came to nothing or is past; or only what is not. */
                    over?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnSignupsOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/signups/{signup_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signup_id: string;
            };
            cookie?: never;
        };
        /** One of one's own sign-ups, and how it came to be what it is. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    signup_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnSignupHistoryOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the letter that confirms the address once more. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NothingOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Needs nearest first; without a position the next date first, then the newest. */
        get: {
            parameters: {
                query?: {
                    remote?: "include" | "only" | "exclude";
                    q?: string;
                    interest?: string[];
                    weekday?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    part_of_day?: ("morning" | "afternoon" | "evening")[];
                    commitment?: ("once" | "recurring" | "ongoing")[];
                    association?: string;
                    step_free?: boolean;
                    /** @description On a date in the rest of today from 17, of the coming weekend, of this week; or weekly on one of these days */
                    soon?: "tonight" | "weekend" | "week";
                    limit?: number;
                    cursor?: string;
                    with_total?: boolean;
                    lat?: number;
                    lon?: number;
                    /** @description A place's slug instead of a position */
                    place?: string;
                    /** @description Metres; default 10000 */
                    radius_m?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NeedsOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many needs each value of a filter would give. */
        get: {
            parameters: {
                query?: {
                    remote?: "include" | "only" | "exclude";
                    q?: string;
                    interest?: string[];
                    weekday?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    part_of_day?: ("morning" | "afternoon" | "evening")[];
                    commitment?: ("once" | "recurring" | "ongoing")[];
                    association?: string;
                    step_free?: boolean;
                    /** @description On a date in the rest of today from 17, of the coming weekend, of this week; or weekly on one of these days */
                    soon?: "tonight" | "weekend" | "week";
                    lat?: number;
                    lon?: number;
                    /** @description A place's slug instead of a position */
                    place?: string;
                    /** @description Metres; default 10000 */
                    radius_m?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FacetsOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{need_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        /** One need with its coming shifts. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    need_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NeedOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        /** Delete a draft. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    need_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        /** Change what an association says of a need. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    need_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["NeedIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskNeedOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        trace?: never;
    };
    "/api/v1/needs/{need_id}/ask": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write to some of them through the platform: once about a need, and never too often. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    need_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AskIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AskedOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{need_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a need; who waits for an answer or a place is told, who has a place keeps it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    need_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskNeedOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{need_id}/contacts.csv": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        /** Names and addresses of those with a place at a need. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    need_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A table for a spreadsheet */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{need_id}/desk": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        /** A need as it is written, what it lacks, and how others will see it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    need_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskNeedOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{need_id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write a need anew as a draft for another season, without its shifts. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    need_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["DuplicateIn"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DuplicateOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{need_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        /** Who changed what, newest first. */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    need_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HistoryOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{need_id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a need out of the lists for a while. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    need_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskNeedOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{need_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a need, or renew one that is published; refused with what it lacks. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    need_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskNeedOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{need_id}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        /** A need's shifts and who has signed up for each, for those who run the association. */
        get: {
            parameters: {
                query?: {
                    past?: boolean;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    need_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RotaOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        /** Add a shift to a need. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    need_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ShiftIn"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskShiftOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{need_id}/shifts/weekly": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a shift every week; with `dry_run` see the dates only. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    need_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WeeklyIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WeeklyOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{need_id}/signups": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign up for a need as a whole. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    need_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["SignupIn"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignupOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{need_id}/signups/guest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign up without an account; a mail asks for a yes, and until then no place is held. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    need_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GuestSignupIn"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NothingOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{need_id}/volunteers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        /** Those who want to be asked and whom the need suits best; nameless until they sign up. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    need_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VolunteersOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The municipality's outline, for drawing. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OutlineOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pictures/{picture_id}/{width}.webp": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                width: 480 | 960 | 1600;
                picture_id: string;
            };
            cookie?: never;
        };
        /** A picture of an association that the reader may see, in one of its widths. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    width: 480 | 960 | 1600;
                    picture_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Places by spelling, by distance, or all by name. */
        get: {
            parameters: {
                query?: {
                    lat?: number;
                    lon?: number;
                    q?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlacesOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        /** One place. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlaceOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/premises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Premises with a space that fits, nearest first, or by name without a position. */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    with_total?: boolean;
                    lat?: number;
                    lon?: number;
                    /** @description A place's slug instead of a position */
                    place?: string;
                    /** @description Metres; default 10000 */
                    radius_m?: number;
                    q?: string;
                    /** @description Open from here */
                    starts_at?: string;
                    /** @description to here, on one day */
                    ends_at?: string;
                    persons?: number;
                    activity?: ("ball_games" | "badminton" | "gymnastics" | "dance" | "yoga" | "swimming" | "meetings" | "lectures" | "workshops" | "music" | "theatre" | "cooking" | "exhibitions" | "outdoor" | "children" | "dining")[];
                    /** @description All of them */
                    feature?: ("step_free" | "accessible_toilet" | "hearing_loop" | "lift" | "accessible_parking" | "low_vision")[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PremisesListOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/premises/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        /** One building or ground with all its spaces. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PremisesOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is kept of people, why, on what legal basis, and how long. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PrivacyOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that something should not stand as it does. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReportIn"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NothingOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shifts/{shift_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shift_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a shift that nobody has signed up for. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    shift_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        options?: never;
        head?: never;
        /** Change a shift; who has signed up is told of another time. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    shift_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ShiftChangesIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskShiftOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        trace?: never;
    };
    "/api/v1/shifts/{shift_id}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shift_id: string;
            };
            cookie?: never;
        };
        /** A shift, to add to one's calendar. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    shift_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/calendar": string;
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shifts/{shift_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shift_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a shift; who has signed up is told. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    shift_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CancelIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskShiftOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shifts/{shift_id}/contacts.csv": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shift_id: string;
            };
            cookie?: never;
        };
        /** Names and addresses of those with a place in a shift. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    shift_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A table for a spreadsheet */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shifts/{shift_id}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shift_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remind all who are to come to a shift, once a day. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    shift_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ReminderIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RemindedOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shifts/{shift_id}/signups": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shift_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign up for a shift. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    shift_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["SignupIn"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignupOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signups/{signup_id}/absent": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signup_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that a volunteer did not come. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    signup_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskSignupOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signups/{signup_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signup_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say yes to a volunteer; where no place is left, they are put on the waiting list. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    signup_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AcceptIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskSignupOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signups/{signup_id}/attended": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signup_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that a volunteer came. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    signup_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AttendedIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskSignupOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signups/{signup_id}/child-check": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signup_id: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Note how far one is with a volunteer's child protection certificate; nothing else is kept. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    signup_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChildCheckIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskSignupOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signups/{signup_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signup_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say no to a volunteer, also after a yes. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    signup_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AnswerIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskSignupOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signups/{signup_id}/desk": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signup_id: string;
            };
            cookie?: never;
        };
        /** One sign-up as the association sees it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    signup_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskSignupOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signups/{signup_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signup_id: string;
            };
            cookie?: never;
        };
        /** What the two sides have written, newest first. */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    signup_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ThreadOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        /** Write to the other side. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    signup_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MessageIn"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signups/{signup_id}/messages/read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signup_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how far one has read. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    signup_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReadIn"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signups/{signup_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signup_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a no back. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    signup_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskSignupOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signups/{signup_id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signup_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say yes to a place that one is offered. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    signup_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignupOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signups/{signup_id}/wait": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signup_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a volunteer on the waiting list while no place is left. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    signup_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AnswerIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskSignupOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signups/{signup_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signup_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one's sign-up back. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    signup_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignupOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/site": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this installation is. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SiteOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/associations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Associations in any state, oldest first. */
        get: {
            parameters: {
                query?: {
                    status?: "pending" | "public" | "hidden";
                    without_manager?: boolean;
                    q?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QueueOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/associations/{slug}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve an association under folkeoplysningsloven, or end its approval. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ApprovalIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/associations/{slug}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave a registered association unseen, and say why. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/associations/{slug}/hide": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an association and its needs out of sight, and say why. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/associations/{slug}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give all that an association has to another; the other one's desk is answered. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MergeIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/associations/{slug}/show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let everybody see again what was hidden. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["NothingIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/associations/{slug}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that an association is who it says; it becomes public. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["NothingIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who says that they run an association, oldest first. */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClaimsOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/claims/{claim_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claim_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody run the association they say they run. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claim_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["NothingIn"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/claims/{claim_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claim_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave the association with whoever has it, and say why. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claim_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonIn"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/matching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The weights by which needs are ranked, and what each does to today's lists. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EffectsOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/merges/{merge_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                merge_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make two associations of one again, within thirty days; the desk of the one that is back. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    merge_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/needs/{need_id}/show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let everybody see again a need that staff have hidden. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    need_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much waits, whoever is in charge of it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OverviewOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People by a part of their name or address. */
        get: {
            parameters: {
                query: {
                    cursor?: string;
                    limit?: number;
                    q: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffPeopleOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/people/{person_id}/areas": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Put somebody in charge of areas, at once. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    person_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AreasIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffPersonOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/powers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works for the municipality, with what, since when, and who said so. */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmployeesOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports of what one is in charge of, oldest first. */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    status?: "open" | "upheld" | "dismissed";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportsOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/reports/{report_id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let it stand. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecisionIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/reports/{report_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a decision back; what it hid is seen again. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportOut"];
                    };
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/reports/{report_id}/uphold": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hide what was reported, with the reason its author is told. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecisionIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        /** The page that asks: mail programs open links by themselves. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description See Other */
                303: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        put?: never;
        /** End the mails that a mail's link ends; a link that is none is answered the same. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/x-www-form-urlencoded": components["schemas"]["UnsubscribeIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NothingOut"];
                    };
                };
                422: components["responses"]["UNPROCESSABLE_ENTITY"];
                default: components["responses"]["DEFAULT_ERROR"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptIn: {
            /**
             * @description Put them on the waiting list where no place is left; else 409.
             * @default true
             */
            may_wait: boolean;
            /** @default  */
            message: string;
            /**
             * @description Sent instead to somebody who is put on the waiting list.
             * @default
             */
            waiting_message: string;
        };
        AccountIn: {
            /** Format: email */
            email: string;
            /**
             * Format: email
             * @description Of somebody under 15.
             * @default null
             */
            guardian_email: string | null;
            /**
             * @description Else that of Accept-Language.
             * @enum {string}
             */
            language?: "da" | "en";
            name: string;
            /** Format: password */
            password: string;
        };
        AddressIn: {
            /** Format: email */
            email: string;
        };
        AddressOut: {
            position: components["schemas"]["PointOut"];
            /** @example Skolevej 12, 9990 Skagen */
            text: string;
        };
        AddressesOut: {
            items: components["schemas"]["AddressOut"][];
            next_cursor: string | null;
        };
        AnswerIn: {
            /** @default  */
            message: string;
        };
        ApprovalIn: {
            /** Format: date */
            from: string | null;
            /** Format: date */
            until: string | null;
        };
        AreasIn: {
            areas: ("associations" | "premises" | "volunteering" | "recognition")[];
        };
        AskIn: {
            message: string;
            volunteers: string[];
        };
        AskedOut: {
            asked: number;
            left_out: number;
        };
        AssociationItemOut: {
            approved: boolean;
            demo: boolean;
            distance_m: number | null;
            /** Format: uuid */
            id: string;
            interests: string[];
            /** @enum {string} */
            kind: "association" | "network" | "initiative";
            /** @enum {string} */
            lang: "da" | "en";
            name: string;
            open_needs: number;
            places: components["schemas"]["PlaceRefOut"][];
            /** @description The one nearest to the search, else the first */
            position: components["schemas"]["PointOut"] | null;
            /** @enum {string|null} */
            position_accuracy: "exact" | "town" | null;
            positions: components["schemas"]["MultiPointOut"] | null;
            reply_days: number | null;
            slug: string;
            summary: string;
            verified: boolean;
        };
        AssociationOut: {
            address: string | null;
            approved: boolean;
            /** Format: date */
            approved_until: string | null;
            contact: components["schemas"]["ContactOut"];
            cvr: string | null;
            demo: boolean;
            distance_m: number | null;
            /** Format: uuid */
            id: string;
            interests: string[];
            /** @enum {string} */
            kind: "association" | "network" | "initiative";
            /** @enum {string} */
            lang: "da" | "en";
            languages: string[];
            name: string;
            open_needs: number;
            pictures: components["schemas"]["PictureOut"][];
            places: components["schemas"]["PlaceRefOut"][];
            /** @description The one nearest to the search, else the first */
            position: components["schemas"]["PointOut"] | null;
            /** @enum {string|null} */
            position_accuracy: "exact" | "town" | null;
            positions: components["schemas"]["MultiPointOut"] | null;
            purpose_html: string;
            reply_days: number | null;
            slug: string;
            step_free: boolean | null;
            summary: string;
            /** Format: date-time */
            updated_at: string;
            verified: boolean;
            website: string | null;
        };
        AssociationRefOut: {
            /** @enum {string} */
            kind: "association" | "network" | "initiative";
            name: string;
            slug: string;
        };
        AssociationsOut: {
            items: components["schemas"]["FoundAssociationOut"][];
            next_cursor: string | null;
            /**
             * @description By distance, next date or name; with `q` by fit, then by one of these
             * @enum {string}
             */
            order: "nearest" | "soonest" | "name" | "fit";
            /** @description With `with_total` */
            total?: number;
        };
        AttendedIn: {
            /**
             * @description A yes to a child protection certificate that is not in order.
             * @default false
             */
            without_check: boolean;
        };
        CalendarOut: {
            /**
             * Format: date
             * @description The last day on which a calendar fetched it
             */
            fetched_on: string | null;
            /**
             * Format: date-time
             * @description null: there is no address
             */
            made_at: string | null;
            /** @description Only when it is made: no one can show it again. */
            url: string | null;
        };
        CancelIn: {
            /** @default  */
            message: string;
        };
        CertificateIn: {
            /**
             * @description That one alone; otherwise all that one has given hours.
             * @default null
             */
            association: string | null;
            /**
             * Format: date
             * @description The first day.
             */
            from: string;
            /**
             * Format: uuid
             * @description Chosen by the client; the same one twice makes one.
             */
            id?: string;
            /** @enum {string} */
            language: "da" | "en";
            /**
             * Format: date
             * @description The last day; one to come counts as today.
             */
            until: string;
        };
        CertificateOut: {
            /** @example ZPSV3-M8DBS-GG0W4-Q8VRQ */
            code: string;
            /** Format: date */
            from: string;
            /** Format: uuid */
            id: string;
            /** Format: date */
            issued_on: string;
            issuer: string;
            /** @enum {string} */
            language: "da" | "en";
            minutes: number;
            name: string;
            /** @description Most hours first. */
            rows: components["schemas"]["CertifiedOut"][];
            /** Format: date */
            until: string;
        };
        CertificatesOut: {
            items: components["schemas"]["CertificateOut"][];
        };
        CertifiedOut: {
            association: string;
            /** Format: date */
            from: string;
            minutes: number;
            tasks: string[];
            /** Format: date */
            until: string;
        };
        ChangeOut: {
            /**
             * @description What was done; None for a saving
             * @example invite
             */
            action: string | null;
            /** Format: date-time */
            at: string;
            by: components["schemas"]["PersonRefOut"] | null;
            /**
             * @description States and numbers that go with it
             * @example {
             *       "year": 2026
             *     }
             */
            facts: {
                [key: string]: unknown;
            };
            /**
             * @example {
             *       "name": [
             *         "Klubben",
             *         "Foreningen"
             *       ]
             *     }
             */
            fields: {
                [key: string]: unknown[];
            };
            /** Format: uuid */
            id: string;
            /** @description Of what: the thing itself, or a shift of it, … */
            kind: string;
            /**
             * Format: date-time
             * @description When the shift begins that it was about, if it was about one
             */
            moment: string | null;
            /** @description Whom it was about, if anybody, and if they are still here */
            person: string | null;
        };
        ChildCheckIn: {
            /** @enum {string} */
            status: "none" | "asked" | "in_order";
        };
        ChildCheckOut: {
            /**
             * Format: date
             * @description When it became so.
             */
            day: string | null;
            /** @description The law asks for one before this person begins. */
            needed: boolean;
            /** @enum {string} */
            status: "none" | "asked" | "in_order";
        };
        ClaimIn: {
            message: string;
        };
        ClaimOut: {
            association: components["schemas"]["NamedOut"];
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            message: string;
            person: components["schemas"]["ClaimantOut"];
        };
        ClaimantOut: {
            email: string | null;
            /** Format: uuid */
            id: string;
            name: string;
        };
        ClaimedOut: {
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
        };
        ClaimsOut: {
            items: components["schemas"]["ClaimOut"][];
            next_cursor: string | null;
        };
        ConfirmIn: {
            /** @description As they were seen: changed since, they are not confirmed. */
            minutes?: number;
        };
        ConfirmManyIn: {
            entries: components["schemas"]["SeenHoursIn"][];
        };
        ConfirmedManyOut: {
            confirmed: string[];
            /** @description Changed, answered or taken back since, or one's own. */
            left: string[];
        };
        ConsentOut: {
            /** Format: date-time */
            given_at: string;
            /** @enum {string} */
            purpose: "asked_for_needs" | "news_by_mail" | "shown_as_member";
        };
        ContactIn: {
            /** Format: email */
            email?: string | null;
            name?: string | null;
            phone?: string | null;
        };
        ContactOut: {
            email: string | null;
            name: string | null;
            phone: string | null;
        };
        ControllerOut: {
            name: string;
        };
        CopiedShiftOut: {
            /** Format: date-time */
            ends_at: string;
            /** @description It stands there already */
            exists: boolean;
            /** @description The public holiday's name */
            holiday: string | null;
            need: components["schemas"]["NeedRefOut"];
            /** @description For the holiday */
            skipped: boolean;
            /** Format: date-time */
            starts_at: string;
        };
        CopyWeekIn: {
            /**
             * @description Show them, and make none.
             * @default false
             */
            dry_run: boolean;
            /** Format: date */
            from: string;
            /** @default false */
            skip_holidays: boolean;
            /**
             * Format: date
             * @description At most 366 days from `from`.
             */
            to: string;
        };
        CopyWeekOut: {
            items: components["schemas"]["CopiedShiftOut"][];
            made: number;
        };
        CrewOut: {
            name: string | null;
            /** Format: uuid */
            signup: string;
            /** @enum {string} */
            status: "applied" | "accepted" | "waitlisted" | "declined" | "attended" | "absent" | "withdrawn";
        };
        DateOut: {
            /** Format: date-time */
            ends_at: string;
            places_left: number;
            /** Format: date-time */
            starts_at: string;
        };
        DecisionIn: {
            decision: string;
        };
        DeclarationIn: {
            /** @description This one */
            year: number;
        };
        DeclarationOut: {
            /** @description Who made it, if still here */
            by: string | null;
            /**
             * Format: date-time
             * @description None: it is due
             */
            made_at: string | null;
            year: number;
        };
        DeclineIn: {
            reason: string;
        };
        DeskChildCheckOut: {
            /** @description Who noted it, if still here. */
            by: string | null;
            /**
             * Format: date
             * @description When it became so.
             */
            day: string | null;
            /** @description The law asks for one before this person begins. */
            needed: boolean;
            /** @enum {string} */
            status: "none" | "asked" | "in_order";
        };
        DeskHoursEntryOut: {
            association: components["schemas"]["HoursAssociationOut"];
            /** Format: date-time */
            created_at: string;
            /** Format: date */
            day: string;
            /** Format: date-time */
            decided_at: string | null;
            /** @enum {string} */
            entered_by: "volunteer" | "association";
            /** Format: uuid */
            id: string;
            minutes: number;
            need: components["schemas"]["HoursNeedOut"] | null;
            note: string;
            /** @description The reader's own, for others to confirm. */
            own: boolean;
            person: components["schemas"]["GiverOut"] | null;
            reason: string | null;
            /** @enum {string} */
            status: "waiting" | "confirmed" | "declined";
        };
        DeskHoursIn: {
            /**
             * Format: date
             * @description Of a shift's sign-up it is the shift's, and may be left out.
             */
            day?: string;
            /**
             * Format: uuid
             * @description Chosen by the client; the same one twice makes one.
             */
            id?: string;
            /** @description Of a shift's sign-up it is the shift's, and may be left out. */
            minutes?: number;
            /** @default  */
            note: string;
            /** Format: uuid */
            signup: string;
        };
        DeskHoursOut: {
            items: components["schemas"]["DeskHoursEntryOut"][];
            next_cursor: string | null;
            sums: components["schemas"]["DeskSumsOut"];
        };
        DeskNeedItemOut: {
            /** @enum {string|null} */
            commitment: "once" | "recurring" | "ongoing" | null;
            hidden_reason: string | null;
            /** Format: uuid */
            id: string;
            missing_count: number;
            next_shift: components["schemas"]["PeriodOut"] | null;
            /** Format: date-time */
            open_until: string | null;
            /** @description false: nobody else sees it in any state */
            shown: boolean;
            /** @enum {string} */
            status: "draft" | "published" | "paused" | "filled" | "closed";
            summary: string;
            taken: number;
            title: string;
            unanswered: number;
            /** Format: date-time */
            updated_at: string;
            /** @description On waiting lists */
            waiting: number;
            wanted: number | null;
        };
        DeskNeedOut: {
            address: string | null;
            association: components["schemas"]["AssociationRefOut"];
            benefits: string[];
            children_under_15: boolean;
            /** @enum {string|null} */
            commitment: "once" | "recurring" | "ongoing" | null;
            contact: components["schemas"]["ContactOut"] | null;
            /** Format: date */
            deadline: string | null;
            /** @description Markdown */
            description: string;
            /** Format: date */
            from_day: string | null;
            helps: string | null;
            hidden_reason: string | null;
            hours_per_week: number | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            intake: "instant" | "reviewed";
            interests: string[];
            /** @enum {string} */
            lang: "da" | "en";
            languages: string[];
            may: components["schemas"]["NeedMayOut"];
            minimum_age: number | null;
            missing: components["schemas"]["MissingOut"][];
            /** Format: date-time */
            open_until: string | null;
            pattern: components["schemas"]["PatternOut"][];
            places: components["schemas"]["PlaceRefOut"][];
            /** @enum {string|null} */
            position_accuracy: "exact" | "town" | null;
            positions: components["schemas"]["SpotOut"][];
            /** @description As anybody sees it once it is published */
            preview: components["schemas"]["NeedOut"];
            public_transport: string | null;
            /** Format: date-time */
            published_at: string | null;
            remote: boolean;
            requirements: string[];
            shown: boolean;
            skills: string[];
            /** @enum {string} */
            status: "draft" | "published" | "paused" | "filled" | "closed";
            step_free: boolean | null;
            summary: string;
            taken: number;
            takes_whole: boolean;
            tasks: string[];
            title: string;
            /** Format: date */
            until_day: string | null;
            /** Format: date-time */
            updated_at: string;
            wanted: number | null;
            /** @description true: it follows from the coming shifts, and is changed there */
            wanted_by_shifts: boolean;
        };
        DeskNeedsOut: {
            counts: components["schemas"]["NeedCountsOut"];
            items: components["schemas"]["DeskNeedItemOut"][];
            next_cursor: string | null;
        };
        DeskOut: {
            address: string | null;
            approved: boolean;
            /** Format: date */
            approved_from: string | null;
            /** Format: date */
            approved_until: string | null;
            contact: components["schemas"]["ContactOut"];
            cvr: string | null;
            declaration: components["schemas"]["DeclarationOut"];
            demo: boolean;
            distance_m: number | null;
            hidden_reason: string | null;
            /** Format: uuid */
            id: string;
            interests: string[];
            /** @description For those who run it, and staff */
            invitations?: components["schemas"]["InvitationOut"][];
            /** @enum {string} */
            kind: "association" | "network" | "initiative";
            /** @enum {string} */
            lang: "da" | "en";
            languages: string[];
            may: components["schemas"]["MayOut"];
            members: components["schemas"]["MemberOut"][];
            /** @description For staff */
            merges?: components["schemas"]["MergeOut"][];
            name: string;
            open_needs: number;
            pictures: components["schemas"]["PictureOut"][];
            places: components["schemas"]["PlaceRefOut"][];
            /** @description The one nearest to the search, else the first */
            position: components["schemas"]["PointOut"] | null;
            /** @enum {string|null} */
            position_accuracy: "exact" | "town" | null;
            positions: components["schemas"]["MultiPointOut"] | null;
            /** @description Markdown */
            purpose: string;
            purpose_html: string;
            reply_days: number | null;
            /** @enum {string|null} */
            role: "member" | "manager" | null;
            slug: string;
            /** @enum {string} */
            status: "pending" | "public" | "hidden" | "merged";
            step_free: boolean | null;
            summary: string;
            /** Format: date-time */
            updated_at: string;
            verified: boolean;
            website: string | null;
        };
        DeskShiftOut: {
            /** Format: date-time */
            cancelled_at: string | null;
            capacity: number;
            crew: components["schemas"]["CrewOut"][];
            /** @description Its ETag, for `If-Match` on a change. */
            edition: string;
            /** Format: date-time */
            ends_at: string;
            /** Format: uuid */
            id: string;
            minimum_crew: number | null;
            /** Format: date-time */
            starts_at: string;
            /** @description Places that are held */
            taken: number;
            /** @description On the waiting list */
            waiting: number;
        };
        DeskSignupOut: {
            /** Format: date-time */
            answered_at: string | null;
            /** Format: date-time */
            changed_at: string;
            child_check: components["schemas"]["DeskChildCheckOut"];
            /** Format: date-time */
            created_at: string;
            /** @description How often they have come to the association */
            helped_before: number;
            /** Format: uuid */
            id: string;
            message: string;
            need: components["schemas"]["SignupNeedOut"];
            /**
             * Format: date-time
             * @description A place is held until then.
             */
            offered_until: string | null;
            person: components["schemas"]["VolunteerOut"] | null;
            /** @description Of the shift, or of the need as a whole. */
            places_left: number;
            /** @description On the waiting list, from 1. */
            position_in_line: number | null;
            shift: components["schemas"]["SignupShiftOut"] | null;
            /** @enum {string} */
            status: "applied" | "accepted" | "waitlisted" | "declined" | "attended" | "absent" | "withdrawn";
            /** @description Messages that the reader's side has not read. */
            unread: number;
        };
        DeskSignupsOut: {
            counts: components["schemas"]["GroupCountsOut"];
            items: components["schemas"]["DeskSignupOut"][];
            next_cursor: string | null;
        };
        DeskSumsOut: {
            /** @description Minutes in that year. */
            confirmed: number;
            /** @description Entries, of all years. */
            waiting: number;
            year: number;
        };
        DiscoverOut: {
            items: components["schemas"]["FoundThingOut"][];
            next_cursor: string | null;
            /**
             * @description By distance, next date or name; with `q` by fit, then by one of these
             * @enum {string}
             */
            order: "nearest" | "soonest" | "name" | "fit";
            /** @description With `with_total` */
            total?: number;
        };
        DuplicateIn: {
            /**
             * Format: date
             * @description Without it, all days move by years of 52 weeks: the same weekday
             */
            from_day?: string;
            /**
             * Format: uuid
             * @description Of the sender's own making
             */
            id?: string;
        };
        DuplicateOut: {
            address: string | null;
            association: components["schemas"]["AssociationRefOut"];
            benefits: string[];
            children_under_15: boolean;
            /** @enum {string|null} */
            commitment: "once" | "recurring" | "ongoing" | null;
            contact: components["schemas"]["ContactOut"] | null;
            /** Format: date */
            deadline: string | null;
            /** @description Markdown */
            description: string;
            /** Format: date */
            from_day: string | null;
            helps: string | null;
            hidden_reason: string | null;
            hours_per_week: number | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            intake: "instant" | "reviewed";
            interests: string[];
            /** @enum {string} */
            lang: "da" | "en";
            languages: string[];
            may: components["schemas"]["NeedMayOut"];
            minimum_age: number | null;
            missing: components["schemas"]["MissingOut"][];
            moved: components["schemas"]["MovedOut"];
            /** Format: date-time */
            open_until: string | null;
            pattern: components["schemas"]["PatternOut"][];
            places: components["schemas"]["PlaceRefOut"][];
            /** @enum {string|null} */
            position_accuracy: "exact" | "town" | null;
            positions: components["schemas"]["SpotOut"][];
            /** @description As anybody sees it once it is published */
            preview: components["schemas"]["NeedOut"];
            public_transport: string | null;
            /** Format: date-time */
            published_at: string | null;
            remote: boolean;
            requirements: string[];
            shown: boolean;
            skills: string[];
            /** @enum {string} */
            status: "draft" | "published" | "paused" | "filled" | "closed";
            step_free: boolean | null;
            summary: string;
            taken: number;
            takes_whole: boolean;
            tasks: string[];
            title: string;
            /** Format: date */
            until_day: string | null;
            /** Format: date-time */
            updated_at: string;
            wanted: number | null;
            /** @description true: it follows from the coming shifts, and is changed there */
            wanted_by_shifts: boolean;
        };
        EffectOut: {
            /** @description How many of the first ten change without it */
            changed: number;
            /** @enum {string} */
            kind: "interest" | "availability" | "distance" | "skill" | "commitment" | "step_free" | "hands" | "fresh" | "reply";
            label: string;
            /** @description Of the scores of the first ten, from 0 to 1 */
            share: number;
            weight: number;
        };
        EffectsOut: {
            items: components["schemas"]["EffectOut"][];
            /** @description How many lists of fictional volunteers it was measured on */
            lists: number;
            /** @default null */
            next_cursor: unknown;
        };
        EmployeeOut: {
            /** Format: uuid */
            id: string;
            name: string;
            powers: components["schemas"]["PowerOut"][];
        };
        EmployeesOut: {
            items: components["schemas"]["EmployeeOut"][];
            next_cursor: string | null;
        };
        ErasureIn: {
            /**
             * @description Of an account that has one
             * @default null
             */
            password: string | null;
        };
        EverywhereIn: {
            /**
             * @description Also the address of one's calendar.
             * @default true
             */
            calendars: boolean;
        };
        FacetValueOut: {
            count: number;
            label: string;
            value: string;
        };
        FacetsOut: {
            commitment: components["schemas"]["FacetValueOut"][];
            interest: components["schemas"]["FacetValueOut"][];
            part_of_day: components["schemas"]["FacetValueOut"][];
            remote: components["schemas"]["FacetValueOut"][];
            weekday: components["schemas"]["FacetValueOut"][];
        };
        FavouriteOut: {
            /** Format: date-time */
            added_at: string;
            association: components["schemas"]["AssociationItemOut"] | null;
            /** @enum {string} */
            kind: "need" | "association";
            need: components["schemas"]["NeedItemOut"] | null;
        };
        FavouritesOut: {
            items: components["schemas"]["FavouriteOut"][];
            next_cursor: string | null;
        };
        FeatureOut: {
            geometry: components["schemas"]["PointOut"];
            id?: string;
            properties: components["schemas"]["MapPropertiesOut"];
            /** @default Feature */
            type: unknown;
        };
        FoundAssociationOut: {
            approved: boolean;
            demo: boolean;
            distance_m: number | null;
            /** @description With `q`: which of its texts hold the words, the best of them for each; `text` is all that a list does not show */
            found_in?: ("title" | "association" | "address" | "interest" | "place" | "space" | "summary" | "text")[];
            /** Format: uuid */
            id: string;
            interests: string[];
            /** @enum {string} */
            kind: "association" | "network" | "initiative";
            /** @enum {string} */
            lang: "da" | "en";
            name: string;
            open_needs: number;
            places: components["schemas"]["PlaceRefOut"][];
            /** @description The one nearest to the search, else the first */
            position: components["schemas"]["PointOut"] | null;
            /** @enum {string|null} */
            position_accuracy: "exact" | "town" | null;
            positions: components["schemas"]["MultiPointOut"] | null;
            reply_days: number | null;
            slug: string;
            summary: string;
            verified: boolean;
        };
        FoundNeedOut: {
            association: components["schemas"]["AssociationRefOut"];
            demo: boolean;
            distance_m: number | null;
            /** @description With `q`: which of its texts hold the words, the best of them for each; `text` is all that a list does not show */
            found_in?: ("title" | "association" | "address" | "interest" | "place" | "space" | "summary" | "text")[];
            /** Format: uuid */
            id: string;
            interests: string[];
            /** @enum {string} */
            lang: "da" | "en";
            /** @description Hands still missing */
            missing: number;
            places: components["schemas"]["PlaceRefOut"][];
            /** @description The one nearest to the search, else the first */
            position: components["schemas"]["PointOut"] | null;
            /** @enum {string|null} */
            position_accuracy: "exact" | "town" | null;
            positions: components["schemas"]["MultiPointOut"] | null;
            remote: boolean;
            /** @enum {string} */
            status: "draft" | "published" | "paused" | "filled" | "closed";
            summary: string;
            title: string;
            wanted: number;
            when: components["schemas"]["WhenOut"];
        };
        FoundPremisesOut: {
            address: string | null;
            demo: boolean;
            distance_m: number | null;
            features: ("step_free" | "accessible_toilet" | "hearing_loop" | "lift" | "accessible_parking" | "low_vision")[];
            /** @description With `q`: which of its texts hold the words, the best of them for each; `text` is all that a list does not show */
            found_in?: ("title" | "association" | "address" | "interest" | "place" | "space" | "summary" | "text")[];
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            lang: "da" | "en";
            name: string;
            operator: string;
            places: components["schemas"]["PlaceRefOut"][];
            /** @description The one nearest to the search, else the first */
            position: components["schemas"]["PointOut"] | null;
            /** @enum {string|null} */
            position_accuracy: "exact" | "town" | null;
            positions: components["schemas"]["MultiPointOut"] | null;
            slug: string;
            spaces: components["schemas"]["SpaceItemOut"][];
            summary: string;
        };
        FoundThingOut: {
            distance_m: number | null;
            /** @description With `q`: which of its texts hold the words, the best of them for each; `text` is all that a list does not show */
            found_in?: ("title" | "association" | "address" | "interest" | "place" | "space" | "summary" | "text")[];
            /** Format: uuid */
            id: string;
            interests: string[];
            /** @enum {string} */
            kind: "need" | "association" | "premises";
            lang: string;
            places: components["schemas"]["PlaceRefOut"][];
            position: components["schemas"]["PointOut"] | null;
            slug: string | null;
            subtitle: string | null;
            summary: string;
            title: string;
            /** @description The page's path */
            url: string;
        };
        GivenOut: {
            association: components["schemas"]["HoursAssociationOut"];
            confirmed: number;
        };
        GiverOut: {
            name: string;
        };
        GroupCountsOut: {
            coming: number;
            past: number;
            unanswered: number;
            waiting: number;
        };
        GuardianOut: {
            consented: boolean;
            /** @description Masked. */
            email: string;
        };
        GuestSignupIn: {
            /**
             * @description Where the need has a minimum age; it is compared and not kept.
             * @default null
             */
            birth_year: number | null;
            /** Format: email */
            email: string;
            /** @default  */
            message: string;
            name: string;
            /**
             * Format: uuid
             * @default null
             */
            shift: string | null;
        };
        HelpedNeedOut: {
            /** Format: uuid */
            id: string;
            title: string;
        };
        HelpedOut: {
            name: string;
            needs: components["schemas"]["HelpedNeedOut"][];
            slug: string;
        };
        HistoryOut: {
            items: components["schemas"]["ChangeOut"][];
            next_cursor: string | null;
        };
        HomeIn: {
            lat?: number;
            lon?: number;
            place?: string;
        };
        HomeOut: {
            place: components["schemas"]["HomePlaceOut"] | null;
            position: {
                [key: string]: unknown;
            } | null;
        };
        HomePlaceOut: {
            name: string;
            slug: string;
        };
        HoursAssociationOut: {
            name: string;
            slug: string;
        };
        HoursChangeIn: {
            /**
             * Format: date
             * @description Today, or at most a year ago.
             */
            day?: string;
            minutes?: number;
            note?: string;
        };
        HoursNeedOut: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            lang: "da" | "en";
            title: string;
        };
        HoursOut: {
            association: components["schemas"]["HoursAssociationOut"];
            /** Format: date-time */
            created_at: string;
            /** Format: date */
            day: string;
            /** Format: date-time */
            decided_at: string | null;
            /** @enum {string} */
            entered_by: "volunteer" | "association";
            /** Format: uuid */
            id: string;
            minutes: number;
            need: components["schemas"]["HoursNeedOut"] | null;
            note: string;
            reason: string | null;
            /** @enum {string} */
            status: "waiting" | "confirmed" | "declined";
        };
        InboxEntryOut: {
            about: string;
            /** Format: date-time */
            at: string | null;
            /** @description It can be done without a look at more of it */
            direct: boolean;
            /** Format: uuid */
            id: string;
            /** @description Minutes of hours; how many come to, or lack for, a shift */
            number: number | null;
            /** @description Who or what it is */
            title: string;
        };
        InboxOut: {
            items: components["schemas"]["WaitingOut"][];
            total: number;
        };
        InboxPlaceOut: {
            name: string;
            slug: string;
        };
        InterestOut: {
            label: string;
            slug: string;
        };
        InterestsOut: {
            items: components["schemas"]["InterestOut"][];
            next_cursor: string | null;
        };
        InvitationIn: {
            /** Format: email */
            email: string;
            /** @enum {string} */
            role: "member" | "manager";
        };
        InvitationOut: {
            /** Format: date-time */
            created_at: string;
            email: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            role: "member" | "manager";
        };
        KeptOut: {
            /** @description The legal basis */
            basis: string;
            /** @description How long */
            until: string;
            what: string;
            why: string;
        };
        LinkIn: {
            token: string;
        };
        LinkLookOut: {
            association?: components["schemas"]["LinkedAssociationOut"];
            /** @description Masked. */
            email: string;
            /** @description Whose account it is about. */
            name?: string;
            need?: components["schemas"]["LinkedNeedOut"];
            /** @description What must come with its use. */
            needs: ("name" | "password")[];
            /** @description The account's address now, masked. */
            new_email?: string;
            /** @description Other shifts at the same time; using the link says yes to it. */
            overlaps?: components["schemas"]["LinkedOverlapOut"][];
            purpose: string;
            role?: string;
            shift?: components["schemas"]["LinkedShiftOut"] | null;
            /**
             * Format: date-time
             * @description Until when an offer stands.
             */
            until?: string;
        };
        LinkUseIn: {
            /** @default null */
            name: string | null;
            /**
             * Format: password
             * @default null
             */
            password: string | null;
            /**
             * @description A no: the link ends, and what it offered goes to others.
             * @default false
             */
            refuse: boolean;
            token: string;
        };
        LinkUseOut: {
            association?: components["schemas"]["LinkedAssociationOut"];
            need?: components["schemas"]["LinkedNeedOut"];
            purpose: string;
            shift?: components["schemas"]["LinkedShiftOut"] | null;
            signed_in: boolean;
            signup?: components["schemas"]["LinkedSignupOut"];
        };
        LinkedAssociationOut: {
            name: string;
            slug: string;
        };
        LinkedNeedOut: {
            /** Format: uuid */
            id: string;
            title: string;
        };
        LinkedOverlapOut: {
            /** Format: date-time */
            ends_at: string;
            /** Format: uuid */
            id: string;
            need: components["schemas"]["LinkedNeedOut"];
            /** Format: uuid */
            signup: string;
            /** Format: date-time */
            starts_at: string;
        };
        LinkedShiftOut: {
            /** Format: date-time */
            ends_at: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            starts_at: string;
        };
        LinkedSignupOut: {
            /** Format: uuid */
            id: string;
            position_in_line: number | null;
            status: string;
        };
        LoginIn: {
            /** Format: email */
            email: string;
            /** Format: password */
            password: string;
            /** @default false */
            tokens: boolean;
        };
        LoginSessionOut: {
            /** Format: date-time */
            created_at: string;
            current: boolean;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            used_at: string;
        };
        MailOut: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            sent_at: string;
            subject: string;
            to: string;
        };
        MailsOut: {
            items: components["schemas"]["MailOut"][];
            next_cursor: string | null;
        };
        ManyAnsweredOut: {
            outcomes: components["schemas"]["OutcomeOut"][];
        };
        ManyAnswersIn: {
            /** @enum {string} */
            act: "accept" | "wait" | "decline" | "reopen";
            /** @default  */
            message: string;
            signups: string[];
            /**
             * @description To those of them who are put on the waiting list.
             * @default
             */
            waiting_message: string;
        };
        MapOut: {
            clustered: boolean;
            features: components["schemas"]["FeatureOut"][];
            total: number;
            /** @default FeatureCollection */
            type: unknown;
        };
        MapPropertiesOut: {
            bbox?: number[];
            cluster?: boolean;
            count?: number;
            /** Format: uuid */
            id?: string;
            /** @enum {string} */
            kind?: "need" | "association" | "premises";
            lang?: string;
            slug?: string | null;
            subtitle?: string | null;
            title?: string;
            url?: string;
        };
        MatchIn: {
            availability?: ("mon-morning" | "mon-afternoon" | "mon-evening" | "tue-morning" | "tue-afternoon" | "tue-evening" | "wed-morning" | "wed-afternoon" | "wed-evening" | "thu-morning" | "thu-afternoon" | "thu-evening" | "fri-morning" | "fri-afternoon" | "fri-evening" | "sat-morning" | "sat-afternoon" | "sat-evening" | "sun-morning" | "sun-afternoon" | "sun-evening")[];
            /** Format: date */
            available_from?: string | null;
            /** Format: date */
            available_until?: string | null;
            birth_year?: number | null;
            commitment?: ("once" | "recurring" | "ongoing")[];
            interests?: string[];
            languages?: string[];
            lat?: number;
            /**
             * @description The best so many; there is no further page
             * @default 20
             */
            limit: number;
            lon?: number;
            max_distance_m?: number | null;
            /** @description Home as a place's slug, instead of a position */
            place?: string;
            skills?: string[];
            /** @default false */
            step_free: boolean;
        };
        MatchOut: {
            association: components["schemas"]["AssociationRefOut"];
            demo: boolean;
            distance_m: number | null;
            /** Format: uuid */
            id: string;
            interests: string[];
            /** @enum {string} */
            lang: "da" | "en";
            /** @description Hands still missing */
            missing: number;
            places: components["schemas"]["PlaceRefOut"][];
            /** @description The one nearest to the search, else the first */
            position: components["schemas"]["PointOut"] | null;
            /** @enum {string|null} */
            position_accuracy: "exact" | "town" | null;
            positions: components["schemas"]["MultiPointOut"] | null;
            /** @description What counts most comes first */
            reasons: components["schemas"]["ReasonOut"][];
            remote: boolean;
            score: number;
            /** @enum {string} */
            status: "draft" | "published" | "paused" | "filled" | "closed";
            summary: string;
            title: string;
            wanted: number;
            when: components["schemas"]["WhenOut"];
        };
        MatchesOut: {
            items: components["schemas"]["MatchOut"][];
            /** @default null */
            next_cursor: unknown;
        };
        MayOut: {
            approve: boolean;
            change_members: boolean;
            declare: boolean;
            decline: boolean;
            edit: boolean;
            hide: boolean;
            invite: boolean;
            leave: boolean;
            merge: boolean;
            see_history: boolean;
            show: boolean;
            verify: boolean;
        };
        MeIn: {
            /**
             * Format: email
             * @description Until that guardian has said yes; null takes one away.
             */
            guardian_email?: string | null;
            /** @enum {string} */
            language?: "da" | "en";
            name?: string;
        };
        MeOut: {
            administrator: boolean;
            areas: string[];
            associations: components["schemas"]["MyAssociationOut"][];
            consents: components["schemas"]["ConsentOut"][];
            demo: boolean;
            email: string;
            guardian: components["schemas"]["GuardianOut"] | null;
            has_password: boolean;
            /** Format: uuid */
            id: string;
            language: string;
            name: string;
            sessions: components["schemas"]["LoginSessionOut"][];
            under_15_waiting: boolean;
            verified: boolean;
        };
        MemberOut: {
            /** @description For those who run it, and staff */
            email?: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            role: "member" | "manager";
            /** Format: date-time */
            since: string;
        };
        MergeIn: {
            into: string;
        };
        MergeOut: {
            /** @description Who did it, if still here */
            by: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            made_at: string;
            name: string;
            slug: string;
            /**
             * Format: date-time
             * @description How long it can be undone
             */
            until: string;
        };
        MessageIn: {
            /**
             * Format: uuid
             * @description Chosen by the client; the same one twice makes one.
             */
            id?: string;
            text: string;
        };
        MessageOut: {
            /** Format: uuid */
            id: string;
            /**
             * @description What was done with these words
             * @enum {string|null}
             */
            occasion: "sign-up" | "accept" | "wait" | "decline" | "remind" | null;
            /** @description Who wrote it */
            sender: string;
            /** Format: date-time */
            sent_at: string;
            /** @enum {string} */
            side: "volunteer" | "association";
            text: string | null;
        };
        MissingOut: {
            field: string;
            text: string;
        };
        MonthOut: {
            confirmed: number;
            month: number;
            /** @description More than `hours_a_month`, both counted. */
            over: boolean;
            waiting: number;
        };
        MovedOut: {
            by_days: number | null;
            emptied: ("from_day" | "until_day" | "deadline")[];
        };
        MultiPointOut: {
            coordinates: number[][];
            /** @default MultiPoint */
            type: unknown;
        };
        MyAssociationOut: {
            name: string;
            role: string;
            slug: string;
            status: string;
        };
        MyHoursIn: {
            /** @description One that one belongs to, or has had a place at. */
            association: string;
            /**
             * Format: date
             * @description Today, or at most a year ago.
             */
            day: string;
            /**
             * Format: uuid
             * @description Chosen by the client; the same one twice makes one.
             */
            id?: string;
            minutes: number;
            /**
             * Format: uuid
             * @description One of its needs that one has had a place at.
             * @default null
             */
            need: string | null;
            /** @default  */
            note: string;
        };
        MyHoursOut: {
            associations: components["schemas"]["HelpedOut"][];
            /** @description More than these may matter to unemployment benefit. */
            hours_a_month: number | null;
            items: components["schemas"]["HoursOut"][];
            months: components["schemas"]["MonthOut"][];
            sums: components["schemas"]["MySumsOut"];
            year: number;
            years: number[];
        };
        MySumsOut: {
            /** @description Most first. */
            by_association: components["schemas"]["GivenOut"][];
            confirmed: number;
            waiting: number;
        };
        NamedOut: {
            name: string;
            slug: string;
        };
        NamelessOut: {
            /** Format: date-time */
            asked_at: string | null;
            /**
             * Format: uuid
             * @description Of use for this need alone
             */
            id: string;
            /** @description What counts most comes first; distances are whole kilometres */
            reasons: components["schemas"]["ReasonOut"][];
            score: number;
        };
        NeedCountsOut: {
            closed: number;
            draft: number;
            filled: number;
            paused: number;
            published: number;
        };
        NeedIn: {
            /** @description Shown to everybody: never anybody's home */
            address?: string | null;
            benefits?: string[];
            children_under_15?: boolean;
            /** @enum {string} */
            commitment?: "once" | "recurring" | "ongoing";
            /** @description null: the association's */
            contact?: components["schemas"]["ContactIn"] | null;
            /**
             * Format: date
             * @description The last day to sign up
             */
            deadline?: string | null;
            /** @description Markdown */
            description?: string;
            /** Format: date */
            from_day?: string | null;
            helps?: string | null;
            hours_per_week?: number | null;
            /** @enum {string} */
            intake?: "instant" | "reviewed";
            interests?: string[];
            /** @enum {string} */
            lang?: "da" | "en";
            languages?: string[];
            minimum_age?: number | null;
            /** @description Of a recurring need */
            pattern?: components["schemas"]["PatternIn"][];
            /** @description Slugs of /places */
            places?: string[];
            /** @description Exact spots; without any, the need stands at its towns */
            positions?: components["schemas"]["PointIn"][];
            public_transport?: string | null;
            /** @description Done from home: it has no place then */
            remote?: boolean;
            requirements?: string[];
            skills?: string[];
            step_free?: boolean | null;
            summary?: string;
            takes_whole?: boolean;
            tasks?: string[];
            title?: string;
            /** Format: date */
            until_day?: string | null;
            wanted?: number;
        };
        NeedItemOut: {
            association: components["schemas"]["AssociationRefOut"];
            demo: boolean;
            distance_m: number | null;
            /** Format: uuid */
            id: string;
            interests: string[];
            /** @enum {string} */
            lang: "da" | "en";
            /** @description Hands still missing */
            missing: number;
            places: components["schemas"]["PlaceRefOut"][];
            /** @description The one nearest to the search, else the first */
            position: components["schemas"]["PointOut"] | null;
            /** @enum {string|null} */
            position_accuracy: "exact" | "town" | null;
            positions: components["schemas"]["MultiPointOut"] | null;
            remote: boolean;
            /** @enum {string} */
            status: "draft" | "published" | "paused" | "filled" | "closed";
            summary: string;
            title: string;
            wanted: number;
            when: components["schemas"]["WhenOut"];
        };
        NeedMayOut: {
            close: boolean;
            delete: boolean;
            duplicate: boolean;
            edit: boolean;
            pause: boolean;
            publish: boolean;
            see_history: boolean;
        };
        NeedOut: {
            address: string | null;
            association: components["schemas"]["AssociationItemOut"];
            benefits: string[];
            children_under_15: boolean;
            contact: components["schemas"]["ContactOut"];
            /** Format: date */
            deadline: string | null;
            demo: boolean;
            description_html: string;
            distance_m: number | null;
            helps: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            intake: "instant" | "reviewed";
            interests: string[];
            /** @enum {string} */
            lang: "da" | "en";
            languages: string[];
            minimum_age: number | null;
            /** @description Hands still missing */
            missing: number;
            places: components["schemas"]["PlaceRefOut"][];
            /** @description The one nearest to the search, else the first */
            position: components["schemas"]["PointOut"] | null;
            /** @enum {string|null} */
            position_accuracy: "exact" | "town" | null;
            positions: components["schemas"]["MultiPointOut"] | null;
            public_transport: string | null;
            /** Format: date-time */
            published_at: string;
            remote: boolean;
            requirements: string[];
            shifts: components["schemas"]["ShiftOut"][];
            skills: string[];
            /** @enum {string} */
            status: "draft" | "published" | "paused" | "filled" | "closed";
            step_free: boolean | null;
            summary: string;
            takes_whole: boolean;
            tasks: string[];
            title: string;
            /** Format: date-time */
            updated_at: string;
            wanted: number;
            when: components["schemas"]["WhenOut"];
        };
        NeedRefOut: {
            /** Format: uuid */
            id: string;
            lang: string;
            /** @enum {string} */
            status: "draft" | "published" | "paused" | "filled" | "closed";
            title: string;
        };
        NeedsOut: {
            items: components["schemas"]["FoundNeedOut"][];
            next_cursor: string | null;
            /**
             * @description By distance, next date or name; with `q` by fit, then by one of these
             * @enum {string}
             */
            order: "nearest" | "soonest" | "name" | "fit";
            /** @description With `with_total` */
            total?: number;
        };
        NewEmailIn: {
            /** Format: email */
            email: string;
            /** Format: password */
            password: string;
        };
        NewNeedIn: {
            /** @description Shown to everybody: never anybody's home */
            address?: string | null;
            benefits?: string[];
            children_under_15?: boolean;
            /** @enum {string} */
            commitment?: "once" | "recurring" | "ongoing";
            /** @description null: the association's */
            contact?: components["schemas"]["ContactIn"] | null;
            /**
             * Format: date
             * @description The last day to sign up
             */
            deadline?: string | null;
            /** @description Markdown */
            description?: string;
            /** Format: date */
            from_day?: string | null;
            helps?: string | null;
            hours_per_week?: number | null;
            /**
             * Format: uuid
             * @description Of the sender's own making, for what is written offline
             */
            id?: string;
            /** @enum {string} */
            intake?: "instant" | "reviewed";
            interests?: string[];
            /** @enum {string} */
            lang?: "da" | "en";
            languages?: string[];
            minimum_age?: number | null;
            /** @description Of a recurring need */
            pattern?: components["schemas"]["PatternIn"][];
            /** @description Slugs of /places */
            places?: string[];
            /** @description Exact spots; without any, the need stands at its towns */
            positions?: components["schemas"]["PointIn"][];
            public_transport?: string | null;
            /** @description Done from home: it has no place then */
            remote?: boolean;
            requirements?: string[];
            skills?: string[];
            step_free?: boolean | null;
            summary?: string;
            takes_whole?: boolean;
            tasks?: string[];
            title: string;
            /** Format: date */
            until_day?: string | null;
            wanted?: number;
        };
        NewPictureIn: {
            alt: string;
            /** Format: binary */
            file: string;
        };
        NothingIn: Record<string, never>;
        NothingOut: Record<string, never>;
        OpeningHoursOut: {
            /** @example 22:00 */
            closes: string;
            /** @example 08:00 */
            opens: string;
            /** @enum {string} */
            weekday: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
        };
        OurVolunteerOut: {
            /** Format: date */
            check_day: string | null;
            /** @enum {string} */
            check_status: "none" | "asked" | "in_order";
            email: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            last_at: string;
            /** @description Confirmed, of all years */
            minutes: number;
            name: string;
            /** @description How often they came */
            times: number;
        };
        OurVolunteersOut: {
            items: components["schemas"]["OurVolunteerOut"][];
            next_cursor: string | null;
        };
        OutcomeOut: {
            /** Format: uuid */
            id: string;
            problem: components["schemas"]["OutcomeProblemOut"] | null;
            /** @enum {string|null} */
            status: "applied" | "accepted" | "waitlisted" | "declined" | "attended" | "absent" | "withdrawn" | null;
        };
        OutcomeProblemOut: {
            detail: string;
            title: string;
            type: string;
        };
        OutlineOut: {
            geometry: {
                [key: string]: unknown;
            };
            properties: {
                [key: string]: unknown;
            };
            /** @default Feature */
            type: unknown;
        };
        OverviewOut: {
            /** @description People who say they run an association */
            claims: number;
            /** @description Registered associations to be verified */
            pending: number;
            /** @description Reports of something public */
            reports: number;
            /** @description Things on the open map that may belong here */
            suggestions: number;
            /** @description Public associations that nobody here runs */
            without_manager: number;
        };
        OwnProfileIn: {
            /** @default  */
            about: string;
            availability?: ("mon-morning" | "mon-afternoon" | "mon-evening" | "tue-morning" | "tue-afternoon" | "tue-evening" | "wed-morning" | "wed-afternoon" | "wed-evening" | "thu-morning" | "thu-afternoon" | "thu-evening" | "fri-morning" | "fri-afternoon" | "fri-evening" | "sat-morning" | "sat-afternoon" | "sat-evening" | "sun-morning" | "sun-afternoon" | "sun-evening")[];
            /**
             * Format: date
             * @default null
             */
            available_from: string | null;
            /**
             * Format: date
             * @default null
             */
            available_until: string | null;
            /** @default null */
            birth_year: number | null;
            /**
             * Format: email
             * @description Needed with a birth year of somebody who may be under 15.
             * @default null
             */
            guardian_email: string | null;
            /** @default null */
            home: components["schemas"]["HomeIn"] | null;
            interests?: string[];
            languages?: string[];
            /** @default null */
            max_distance_m: number | null;
            skills?: string[];
        };
        OwnProfileOut: {
            about: string;
            availability: string[];
            /** Format: date */
            available_from: string | null;
            /** Format: date */
            available_until: string | null;
            birth_year: number | null;
            home: components["schemas"]["HomeOut"] | null;
            interests: string[];
            languages: string[];
            max_distance_m: number | null;
            skills: string[];
        };
        OwnSignupHistoryOut: {
            address: string | null;
            /** Format: date-time */
            changed_at: string;
            child_check: components["schemas"]["ChildCheckOut"];
            /** @description Whom to ask, once one has a place. */
            contact: components["schemas"]["ContactOut"] | null;
            /** Format: date-time */
            created_at: string;
            history: components["schemas"]["StepOut"][];
            /** Format: uuid */
            id: string;
            /**
             * @description Of the need's title.
             * @enum {string}
             */
            lang: "da" | "en";
            message: string;
            need: components["schemas"]["SignupNeedOut"];
            /**
             * Format: date-time
             * @description A place is held until then.
             */
            offered_until: string | null;
            places: components["schemas"]["PlaceRefOut"][];
            position: components["schemas"]["PointOut"] | null;
            /** @enum {string|null} */
            position_accuracy: "exact" | "town" | null;
            /** @description On the waiting list, from 1. */
            position_in_line: number | null;
            /** @description How soon the association answers, as a rule. */
            reply_days: number | null;
            shift: components["schemas"]["SignupShiftOut"] | null;
            /** @enum {string} */
            status: "applied" | "accepted" | "waitlisted" | "declined" | "attended" | "absent" | "withdrawn";
            /** @description Messages that the reader's side has not read. */
            unread: number;
        };
        OwnSignupOut: {
            address: string | null;
            /** Format: date-time */
            changed_at: string;
            child_check: components["schemas"]["ChildCheckOut"];
            /** @description Whom to ask, once one has a place. */
            contact: components["schemas"]["ContactOut"] | null;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            /**
             * @description Of the need's title.
             * @enum {string}
             */
            lang: "da" | "en";
            message: string;
            need: components["schemas"]["SignupNeedOut"];
            /**
             * Format: date-time
             * @description A place is held until then.
             */
            offered_until: string | null;
            places: components["schemas"]["PlaceRefOut"][];
            position: components["schemas"]["PointOut"] | null;
            /** @enum {string|null} */
            position_accuracy: "exact" | "town" | null;
            /** @description On the waiting list, from 1. */
            position_in_line: number | null;
            /** @description How soon the association answers, as a rule. */
            reply_days: number | null;
            shift: components["schemas"]["SignupShiftOut"] | null;
            /** @enum {string} */
            status: "applied" | "accepted" | "waitlisted" | "declined" | "attended" | "absent" | "withdrawn";
            /** @description Messages that the reader's side has not read. */
            unread: number;
        };
        OwnSignupsOut: {
            items: components["schemas"]["OwnSignupOut"][];
            next_cursor: string | null;
        };
        PaginationMetadata: {
            /** @description First available page number. */
            first_page?: number;
            /** @description Last available page number. */
            last_page?: number;
            /** @description Next page number. */
            next_page?: number;
            /** @description Current page number. */
            page?: number;
            /** @description Previous page number. */
            previous_page?: number;
            /** @description Total number of items. */
            total?: number;
            /** @description Total number of pages. */
            total_pages?: number;
        };
        PaperOut: {
            /** @example ZPSV3-M8DBS-GG0W4-Q8VRQ */
            code: string;
            /** Format: date */
            from: string;
            /** Format: date */
            issued_on: string;
            issuer: string;
            /** @enum {string} */
            language: "da" | "en";
            minutes: number;
            name: string;
            /** @description Most hours first. */
            rows: components["schemas"]["CertifiedOut"][];
            /** Format: date */
            until: string;
        };
        PasswordIn: {
            /** Format: password */
            current: string;
            /** Format: password */
            new: string;
        };
        PatternIn: {
            /** @example 19:00 */
            ends: string;
            /** @example 19:00 */
            starts: string;
            /** @enum {string} */
            weekday: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
        };
        PatternOut: {
            /** @example 18:30 */
            ends: string;
            /** @example 17:00 */
            starts: string;
            /** @enum {string} */
            weekday: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
        };
        PeriodOut: {
            /** Format: date-time */
            ends_at: string;
            /** Format: date-time */
            starts_at: string;
        };
        PersonRefOut: {
            name: string;
        };
        PictureIn: {
            alt?: string;
            rank?: number;
        };
        PictureOut: {
            alt: string;
            height: number;
            /** Format: uuid */
            id: string;
            /**
             * @description Addresses by width in pixels; empty unless it is ready
             * @example {
             *       "480": "/api/v1/pictures/…/480.webp"
             *     }
             */
            sizes: {
                [key: string]: string;
            };
            /**
             * @description Being prepared for a moment after the upload; failed where the file turned out to be damaged. Only those at the desk see others than ready ones.
             * @enum {string}
             */
            status: "preparing" | "ready" | "failed";
            /** @description Of the largest variant, in pixels */
            width: number;
        };
        PlaceOut: {
            distance_m: number | null;
            /** @enum {string} */
            kind: "town" | "village" | "hamlet" | "district";
            name: string;
            position: components["schemas"]["PointOut"];
            postcode: string;
            slug: string;
        };
        PlaceRefOut: {
            name: string;
            slug: string;
        };
        PlacesOut: {
            items: components["schemas"]["PlaceOut"][];
            next_cursor: string | null;
        };
        PointIn: {
            lat: number;
            lon: number;
        };
        PointOut: {
            coordinates: number[];
            /** @default Point */
            type: unknown;
        };
        PositionIn: {
            lat: number;
            lon: number;
        };
        PowerOut: {
            /** @description None: a command, or somebody who is no longer here */
            by: string | null;
            /** @enum {string} */
            power: "associations" | "premises" | "volunteering" | "recognition" | "administrator";
            /**
             * Format: date-time
             * @description None: from before the log
             */
            since: string | null;
        };
        PremisesListOut: {
            items: components["schemas"]["FoundPremisesOut"][];
            next_cursor: string | null;
            /**
             * @description By distance, next date or name; with `q` by fit, then by one of these
             * @enum {string}
             */
            order: "nearest" | "soonest" | "name" | "fit";
            /** @description With `with_total` */
            total?: number;
        };
        PremisesOut: {
            address: string | null;
            contact: components["schemas"]["ContactOut"];
            demo: boolean;
            description_html: string;
            distance_m: number | null;
            features: ("step_free" | "accessible_toilet" | "hearing_loop" | "lift" | "accessible_parking" | "low_vision")[];
            house_rules: string[];
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            lang: "da" | "en";
            name: string;
            opening_hours: components["schemas"]["OpeningHoursOut"][];
            operator: string;
            parking: string | null;
            places: components["schemas"]["PlaceRefOut"][];
            /** @description The one nearest to the search, else the first */
            position: components["schemas"]["PointOut"] | null;
            /** @enum {string|null} */
            position_accuracy: "exact" | "town" | null;
            positions: components["schemas"]["MultiPointOut"] | null;
            slug: string;
            spaces: components["schemas"]["SpaceOut"][];
            summary: string;
            transport: string | null;
            /** Format: date-time */
            updated_at: string;
        };
        PrivacyOut: {
            controller: components["schemas"]["ControllerOut"];
            /** @description Who runs the service for the controller */
            processor: string;
            rows: components["schemas"]["KeptOut"][];
        };
        ProblemOut: {
            detail: string;
            /** @description What is wrong, by field */
            errors?: {
                [key: string]: string[];
            };
            status: number;
            title: string;
            /** @example /problems/validation */
            type: string;
        } & {
            [key: string]: unknown;
        };
        ProfileIn: {
            /** @description Shown to everybody: never anybody's home */
            address?: string | null;
            contact?: components["schemas"]["ContactIn"];
            cvr?: string | null;
            interests?: string[];
            /** @enum {string} */
            kind?: "association" | "network" | "initiative";
            /** @enum {string} */
            lang?: "da" | "en";
            languages?: string[];
            name?: string;
            /** @description Of its own house; without it, it stands at its towns */
            position?: components["schemas"]["PositionIn"] | null;
            /** @description Markdown */
            purpose?: string;
            slug?: string;
            step_free?: boolean | null;
            summary?: string;
            /** @description Slugs of /places */
            towns?: string[];
            website?: string | null;
        };
        QueueOut: {
            items: components["schemas"]["QueuedOut"][];
            next_cursor: string | null;
        };
        QueuedOut: {
            /** Format: date */
            approved_until: string | null;
            /** Format: date-time */
            created_at: string;
            /** @description That it obtains child protection certificates, this year */
            declared: boolean;
            /** @enum {string} */
            kind: "association" | "network" | "initiative";
            /** @description How many run it */
            managers: number;
            name: string;
            slug: string;
            /** @enum {string} */
            status: "pending" | "public" | "hidden" | "merged";
            summary: string;
            verified: boolean;
        };
        ReadIn: {
            /**
             * Format: uuid
             * @description The newest message that was seen
             */
            last: string;
        };
        ReasonIn: {
            reason: string;
        };
        ReasonOut: {
            /** @enum {string} */
            commitment?: "once" | "recurring" | "ongoing";
            /** @description Since it was published, or until an answer usually comes */
            days?: number;
            half_days?: ("mon-morning" | "mon-afternoon" | "mon-evening" | "tue-morning" | "tue-afternoon" | "tue-evening" | "wed-morning" | "wed-afternoon" | "wed-evening" | "thu-morning" | "thu-afternoon" | "thu-evening" | "fri-morning" | "fri-afternoon" | "fri-evening" | "sat-morning" | "sat-afternoon" | "sat-evening" | "sun-morning" | "sun-afternoon" | "sun-evening")[];
            /** @enum {string} */
            kind: "distance" | "remote" | "availability" | "any_time" | "interest" | "skill" | "commitment" | "step_free" | "hands" | "fresh" | "reply" | "language";
            label?: string;
            language?: string;
            metres?: number;
            /** @description Hands still missing */
            missing?: number;
            /** @description In the volunteer's own words */
            skill?: string;
            slug?: string;
        };
        RegistrationIn: {
            /** @description Shown to everybody: never anybody's home */
            address?: string | null;
            contact: components["schemas"]["ContactIn"];
            cvr?: string | null;
            /**
             * Format: uuid
             * @description Of the sender's own making, for what is written offline
             */
            id?: string;
            interests: string[];
            /** @enum {string} */
            kind: "association" | "network" | "initiative";
            /** @enum {string} */
            lang?: "da" | "en";
            languages: string[];
            name: string;
            /** @description Of its own house; without it, it stands at its towns */
            position?: components["schemas"]["PositionIn"] | null;
            /** @description Markdown */
            purpose: string;
            step_free?: boolean | null;
            summary: string;
            /** @description Slugs of /places */
            towns: string[];
            website?: string | null;
        };
        RemindedOut: {
            reminded: number;
        };
        ReminderIn: {
            /** @default  */
            message: string;
        };
        ReportIn: {
            /** Format: uuid */
            id?: string;
            kind: string;
            reason: string;
            slug?: string;
        };
        ReportOut: {
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            decided_at: string | null;
            /** @description Who decided, if still here */
            decided_by: string | null;
            decision: string | null;
            /** Format: uuid */
            id: string;
            kind: string;
            object: components["schemas"]["ReportedOut"];
            reason: string;
            reporter: components["schemas"]["ReporterOut"] | null;
            status: string;
        };
        ReportedOut: {
            /** @description What was said, where no page of staff's shows it */
            text: string | null;
            title: string;
            url: string;
        };
        ReporterOut: {
            name: string;
        };
        ReportsOut: {
            items: components["schemas"]["ReportOut"][];
            next_cursor: string | null;
        };
        RoleIn: {
            /** @enum {string} */
            role: "member" | "manager";
        };
        RotaOut: {
            items: components["schemas"]["DeskShiftOut"][];
            next_cursor: string | null;
        };
        SearchEditIn: {
            filters?: components["schemas"]["SearchFilters"];
            /** @enum {string} */
            frequency?: "daily" | "weekly" | "never";
            name?: string;
        };
        SearchFilters: {
            association?: string;
            commitment?: ("once" | "recurring" | "ongoing")[];
            interest?: string[];
            lat?: number;
            lon?: number;
            part_of_day?: ("morning" | "afternoon" | "evening")[];
            /** @description A place's slug instead of a position */
            place?: string;
            q?: string;
            /** @description Metres; default 10000 */
            radius_m?: number;
            /**
             * @default include
             * @enum {string}
             */
            remote: "include" | "only" | "exclude";
            /**
             * @description On a date in the rest of today from 17, of the coming weekend, of this week; or weekly on one of these days
             * @enum {string}
             */
            soon?: "tonight" | "weekend" | "week";
            step_free?: boolean;
            weekday?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
        };
        SearchFiltersOut: {
            association?: string;
            commitment?: ("once" | "recurring" | "ongoing")[];
            interest?: string[];
            lat?: number;
            lon?: number;
            part_of_day?: string[];
            place?: string;
            q?: string;
            radius_m?: number;
            /** @enum {string} */
            remote?: "include" | "only" | "exclude";
            /** @enum {string} */
            soon?: "tonight" | "weekend" | "week";
            step_free?: boolean;
            weekday?: string[];
        };
        SearchIn: {
            filters: components["schemas"]["SearchFilters"];
            /**
             * @default daily
             * @enum {string}
             */
            frequency: "daily" | "weekly" | "never";
            /**
             * Format: uuid
             * @description Chosen by the client; the same one twice makes one.
             */
            id?: string;
            name: string;
        };
        SearchOut: {
            /** Format: date-time */
            created_at: string;
            filters: components["schemas"]["SearchFiltersOut"];
            /** @enum {string} */
            frequency: "daily" | "weekly" | "never";
            /** Format: uuid */
            id: string;
            name: string;
            place: components["schemas"]["PlaceRefOut"] | null;
            /** Format: date-time */
            updated_at: string;
        };
        SearchesOut: {
            items: components["schemas"]["SearchOut"][];
            next_cursor: string | null;
        };
        SeenHoursIn: {
            /** Format: uuid */
            id: string;
            minutes: number;
        };
        ShiftChangesIn: {
            capacity?: number;
            /** Format: date-time */
            ends_at?: string;
            /** @description How many it takes at least; at most as many as there is room for. */
            minimum_crew?: number | null;
            /** Format: date-time */
            starts_at?: string;
        };
        ShiftIn: {
            capacity: number;
            /** Format: date-time */
            ends_at: string;
            /**
             * Format: uuid
             * @description Chosen by the client; the same one twice makes one.
             */
            id?: string;
            /** @description How many it takes at least; at most as many as there is room for. */
            minimum_crew?: number | null;
            /** Format: date-time */
            starts_at: string;
        };
        ShiftOut: {
            capacity: number;
            /** Format: date-time */
            ends_at: string;
            /** Format: uuid */
            id: string;
            minimum_crew: number | null;
            places_left: number;
            /** Format: date-time */
            starts_at: string;
        };
        SignupAssociationOut: {
            name: string;
            slug: string;
        };
        SignupIn: {
            /**
             * @description A yes to other shifts at the same time.
             * @default false
             */
            accept_overlap: boolean;
            /**
             * @description Where the need has a minimum age; it is compared and not kept.
             * @default null
             */
            birth_year: number | null;
            /**
             * Format: uuid
             * @description Chosen by the client; the same one twice makes one.
             */
            id?: string;
            /** @default  */
            message: string;
        };
        SignupNeedOut: {
            association: components["schemas"]["SignupAssociationOut"];
            /** Format: uuid */
            id: string;
            title: string;
        };
        SignupOut: {
            /** Format: date-time */
            changed_at: string;
            child_check: components["schemas"]["ChildCheckOut"];
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            message: string;
            need: components["schemas"]["SignupNeedOut"];
            /**
             * Format: date-time
             * @description A place is held until then.
             */
            offered_until: string | null;
            /** @description On the waiting list, from 1. */
            position_in_line: number | null;
            shift: components["schemas"]["SignupShiftOut"] | null;
            /** @enum {string} */
            status: "applied" | "accepted" | "waitlisted" | "declined" | "attended" | "absent" | "withdrawn";
            /** @description Messages that the reader's side has not read. */
            unread: number;
        };
        SignupShiftOut: {
            /** Format: date-time */
            cancelled_at: string | null;
            /** Format: date-time */
            ends_at: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            starts_at: string;
        };
        SiteOut: {
            accessibility_statement_url: string | null;
            authority: string;
            bounds: number[];
            centre: components["schemas"]["PointOut"];
            demo: boolean;
            map_style_url: string | null;
            municipality: string;
            name: string;
            public_url: string;
        };
        SpaceItemOut: {
            activities: ("ball_games" | "badminton" | "gymnastics" | "dance" | "yoga" | "swimming" | "meetings" | "lectures" | "workshops" | "music" | "theatre" | "cooking" | "exhibitions" | "outdoor" | "children" | "dining")[];
            area_m2: number | null;
            /** @description Persons */
            capacity: number;
            features: ("step_free" | "accessible_toilet" | "hearing_loop" | "lift" | "accessible_parking" | "low_vision")[];
            floor: string | null;
            /** Format: uuid */
            id: string;
            name: string;
        };
        SpaceOut: {
            activities: ("ball_games" | "badminton" | "gymnastics" | "dance" | "yoga" | "swimming" | "meetings" | "lectures" | "workshops" | "music" | "theatre" | "cooking" | "exhibitions" | "outdoor" | "children" | "dining")[];
            area_m2: number | null;
            /** @description Persons */
            capacity: number;
            equipment: string[];
            features: ("step_free" | "accessible_toilet" | "hearing_loop" | "lift" | "accessible_parking" | "low_vision")[];
            floor: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            parts: string[];
        };
        SpotOut: {
            lat: number;
            lon: number;
        };
        StaffPeopleOut: {
            items: components["schemas"]["StaffPersonOut"][];
            next_cursor: string | null;
        };
        StaffPersonOut: {
            administrator: boolean;
            areas: string[];
            email: string;
            /** Format: uuid */
            id: string;
            name: string;
        };
        StepOut: {
            /** Format: date-time */
            at: string;
            by_me: boolean;
            /** @description What a new sign-up became. */
            status: string | null;
            /** @enum {string} */
            what: "sign-up" | "put-in-line" | "accept" | "decline" | "reopen" | "offer" | "take" | "expire-offer" | "withdraw" | "attended" | "absent";
        };
        ThreadOut: {
            /** @description Nothing more can be written */
            closed: boolean;
            items: components["schemas"]["MessageOut"][];
            next_cursor: string | null;
            /**
             * @description The reader's
             * @enum {string}
             */
            side: "volunteer" | "association";
        };
        TokensOut: {
            access_token?: string;
            refresh_token?: string;
        };
        UnsubscribeIn: {
            /** @enum {string} */
            "List-Unsubscribe": "One-Click";
        };
        VolunteerOut: {
            email: string | null;
            name: string;
        };
        VolunteersOut: {
            items: components["schemas"]["NamelessOut"][];
            /** @default null */
            next_cursor: unknown;
        };
        WaitingOut: {
            association: components["schemas"]["InboxPlaceOut"] | null;
            count: number;
            entries: components["schemas"]["InboxEntryOut"][];
            kind: string;
            /** Format: date-time */
            since: string;
        };
        WeekOut: {
            items: components["schemas"]["WeekShiftOut"][];
            /** Format: date */
            monday: string;
            next_cursor: string | null;
        };
        WeekShiftOut: {
            /** Format: date-time */
            cancelled_at: string | null;
            capacity: number;
            crew: components["schemas"]["CrewOut"][];
            /** @description Its ETag, for `If-Match` on a change. */
            edition: string;
            /** Format: date-time */
            ends_at: string;
            /** Format: uuid */
            id: string;
            minimum_crew: number | null;
            need: components["schemas"]["NeedRefOut"];
            /** Format: date-time */
            starts_at: string;
            /** @description Places that are held */
            taken: number;
            /** @description On the waiting list */
            waiting: number;
        };
        WeeklyIn: {
            capacity: number;
            /**
             * @description Show them, and make none.
             * @default false
             */
            dry_run: boolean;
            /**
             * @description Not after `starts`: the next day.
             * @example 19:00
             */
            ends: string;
            /** Format: date */
            from: string;
            /** @description How many it takes at least; at most as many as there is room for. */
            minimum_crew?: number | null;
            /** @default false */
            skip_holidays: boolean;
            /** @example 19:00 */
            starts: string;
            /**
             * Format: date
             * @description At most 366 days after `from`.
             */
            until: string;
            weekdays: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
        };
        WeeklyOut: {
            items: components["schemas"]["WeeklyShiftOut"][];
            made: number;
        };
        WeeklyShiftOut: {
            /** Format: date-time */
            ends_at: string;
            /** @description It stands there already */
            exists: boolean;
            /** @description The public holiday's name */
            holiday: string | null;
            /** @description For the holiday */
            skipped: boolean;
            /** Format: date-time */
            starts_at: string;
        };
        WhenOut: {
            /** @description How many are to come */
            dates: number;
            /** @description The first with a place left, where the next has none */
            free: components["schemas"]["DateOut"] | null;
            /** Format: date */
            from: string | null;
            hours_per_week: number | null;
            /** @enum {string} */
            kind: "once" | "recurring" | "ongoing";
            next: components["schemas"]["DateOut"] | null;
            parts_of_day: ("morning" | "afternoon" | "evening")[];
            pattern: components["schemas"]["PatternOut"][];
            /** Format: date */
            until: string | null;
            weekdays: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
        };
        WholeMailOut: {
            html: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            sent_at: string;
            subject: string;
            text: string;
            to: string;
        };
    };
    responses: {
        /** @description Default error response */
        DEFAULT_ERROR: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemOut"];
            };
        };
        /** @description Unprocessable Entity */
        UNPROCESSABLE_ENTITY: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemOut"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
