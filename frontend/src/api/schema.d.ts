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
        post?: never;
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AddressOut: {
            position: components["schemas"]["PointOut"];
            /** @example Skolevej 12, 9990 Skagen */
            text: string;
        };
        AddressesOut: {
            items: components["schemas"]["AddressOut"][];
            next_cursor: string | null;
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
            items: components["schemas"]["AssociationItemOut"][];
            next_cursor: string | null;
            total?: number;
        };
        ContactOut: {
            email: string | null;
            name: string | null;
            phone: string | null;
        };
        DiscoverItemOut: {
            distance_m: number | null;
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
        DiscoverOut: {
            items: components["schemas"]["DiscoverItemOut"][];
            next_cursor: string | null;
            total?: number;
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
        FeatureOut: {
            geometry: components["schemas"]["PointOut"];
            id?: string;
            properties: components["schemas"]["MapPropertiesOut"];
            /** @default Feature */
            type: unknown;
        };
        InterestOut: {
            label: string;
            slug: string;
        };
        InterestsOut: {
            items: components["schemas"]["InterestOut"][];
            next_cursor: string | null;
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
        MultiPointOut: {
            coordinates: number[][];
            /** @default MultiPoint */
            type: unknown;
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
        NeedsOut: {
            items: components["schemas"]["NeedItemOut"][];
            next_cursor: string | null;
            total?: number;
        };
        OpeningHoursOut: {
            /** @example 22:00 */
            closes: string;
            /** @example 08:00 */
            opens: string;
            /** @enum {string} */
            weekday: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
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
        PointOut: {
            coordinates: number[];
            /** @default Point */
            type: unknown;
        };
        PremisesItemOut: {
            address: string | null;
            demo: boolean;
            distance_m: number | null;
            features: ("step_free" | "accessible_toilet" | "hearing_loop" | "lift" | "accessible_parking" | "low_vision")[];
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
        PremisesListOut: {
            items: components["schemas"]["PremisesItemOut"][];
            next_cursor: string | null;
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
        WhenOut: {
            /** Format: date */
            from: string | null;
            hours_per_week: number | null;
            /** @enum {string} */
            kind: "once" | "recurring" | "ongoing";
            next: components["schemas"]["PeriodOut"] | null;
            parts_of_day: ("morning" | "afternoon" | "evening")[];
            pattern: components["schemas"]["PatternOut"][];
            /** Format: date */
            until: string | null;
            weekdays: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
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
